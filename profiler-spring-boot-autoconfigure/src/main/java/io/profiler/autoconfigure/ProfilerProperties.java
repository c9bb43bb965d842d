// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.propagation.Acceptance;
import io.profiler.store.StoreOptions;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Insight;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code profiler.*}. Their text form shows neither keys nor credentials.
 *
 * @param enabled Whether requests can be profiled. Off means nothing but a Profiler bean that does nothing.
 * @param connectionString Where traces are stored, for example mongodb://localhost:27017; several, separated by commas,
 *     all get every trace. Empty means the application's own MongoDB, else its RabbitMQ.
 * @param hmacKeys Keys that sign the headers of requests to profile, separated by commas. Any of them may match.
 * @param accept What may ask for a profile: tokens and OSprofiler's headers, or tokens alone.
 * @param replayAfter How long after the end of a trace's first request OSprofiler's headers with its id may add to it.
 *     Zero means forever. Tokens end by themselves.
 * @param recordBrowsers Whether the console may have everything profiled that a browser asks for some minutes.
 * @param traceWsgiTransport Whether the request itself and controller methods are traced.
 * @param traceMessageStore Whether message stores are traced.
 * @param traceManagementStore Whether management stores are traced.
 * @param traceRepositories Whether Spring Data's repositories and beans with @Repository are traced.
 * @param traceServices Whether beans with @Service are traced.
 * @param traceThreads Whether what a profiled request gives to other threads is traced there.
 * @param traceSql Whether the SQL statements of each DataSource and each R2DBC ConnectionFactory are traced, and its
 *     transactions and connections.
 * @param traceCommands Whether the commands for MongoDB and Redis are traced, but for the profiler's own.
 * @param traceObservations Whether observations of Micrometer, which Spring and its libraries make of what they do, are
 *     traced.
 * @param traceHttpClients Whether what is sent by those HTTP clients is traced of which Spring observes nothing, such as
 *     the JDK's where they are beans.
 * @param traceMessaging Whether messages of RabbitMQ and Kafka carry the trace, and listeners go on in it.
 * @param jvmEvents Whether the flight recorder of the JVM is asked as well what the threads of a request waited for whose
 *     threads are looked at.
 * @param traceMethods Methods whose calls become spans of profiled requests, whatever calls them, as in com.acme.Price::of,
 *     com.acme.Price::* or @com.acme.Priced; final and private ones, too. Needs Java 25.
 * @param methodsByToken Packages and classes whose methods a token may have traced in its requests, as in com.acme; none by
 *     default. Needs Java 25.
 * @param filterErrorTrace Whether failed traces are also indexed apart, for 'trace list --error-trace'.
 * @param project Project named in each trace point. Defaults to 'spring.application.group', else to the service.
 * @param service Service named in each trace point. Defaults to 'spring.application.name'.
 * @param host Host named in each trace point. Defaults to the host's name.
 * @param retention How long trace points are kept, where the store can delete them by itself. Without it they are kept
 *     forever.
 * @param messageStore How message stores are found.
 * @param managementStore How management stores are found.
 * @param sql What of SQL statements gets into traces.
 * @param commands What of commands for MongoDB and Redis gets into traces.
 * @param observations Which observations are traced.
 * @param propagation Where signed headers are sent.
 * @param capture What of the application's values gets into traces.
 * @param export How trace points get to the store.
 * @param counters Whether spans tell how much their threads allocated, and those of requests and layers what processor time
 *     they took.
 * @param limits Bounds of what is profiled, and of what a trace holds.
 * @param samples Looks at the threads of profiled requests.
 * @param slow Requests that nobody asked to profile, and that are slow.
 * @param flightRecorder Requests that are recorded though nobody asked for it, and of which few are kept.
 * @since 0.1
 */
@ConfigurationProperties("profiler")
public record ProfilerProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable String connectionString,
        @DefaultValue List<String> hmacKeys,
        @DefaultValue("any") Accept accept,
        @DefaultValue("1h") Duration replayAfter,
        @DefaultValue("false") boolean recordBrowsers,
        @DefaultValue("false") boolean traceWsgiTransport,
        @DefaultValue("false") boolean traceMessageStore,
        @DefaultValue("false") boolean traceManagementStore,
        @DefaultValue("true") boolean traceRepositories,
        @DefaultValue("true") boolean traceServices,
        @DefaultValue("true") boolean traceThreads,
        @DefaultValue("true") boolean traceSql,
        @DefaultValue("true") boolean traceCommands,
        @DefaultValue("true") boolean traceObservations,
        @DefaultValue("true") boolean traceHttpClients,
        @DefaultValue("true") boolean traceMessaging,
        @DefaultValue("false") boolean jvmEvents,
        @DefaultValue List<String> traceMethods,
        @DefaultValue List<String> methodsByToken,
        @DefaultValue("false") boolean filterErrorTrace,
        @Nullable String project,
        @Nullable String service,
        @Nullable String host,
        @Nullable Duration retention,
        @DefaultValue Layer messageStore,
        @DefaultValue Layer managementStore,
        @DefaultValue Sql sql,
        @DefaultValue Commands commands,
        @DefaultValue Observations observations,
        @DefaultValue Propagation propagation,
        @NestedConfigurationProperty @DefaultValue CaptureProperties capture,
        @NestedConfigurationProperty @DefaultValue ExportProperties export,
        @DefaultValue("true") boolean counters,
        @NestedConfigurationProperty @DefaultValue LimitsProperties limits,
        @NestedConfigurationProperty @DefaultValue SamplesProperties samples,
        @NestedConfigurationProperty @DefaultValue SlowProperties slow,
        @NestedConfigurationProperty @DefaultValue FlightRecorderProperties flightRecorder) {

    /** Checks times; what else may be wrong is found where it is used. */
    public ProfilerProperties {
        AtLeast.oneMillisecond("profiler.retention", retention);
        AtLeast.zero("profiler.replay-after", replayAfter);
    }

    /**
     * How the beans of a layer are found.
     *
     * @param pointcut AspectJ pointcut expression of methods that belong to the layer besides the annotated ones.
     */
    public record Layer(@Nullable String pointcut) {}

    /**
     * What of SQL statements gets into traces.
     *
     * @param parameters Whether the values of their parameters are shown: none of a statement that names something secret,
     *     because parameters have no names.
     */
    public record Sql(@DefaultValue("false") boolean parameters) {}

    /**
     * What of commands for MongoDB and Redis gets into traces.
     *
     * @param parameters Whether the values in them are shown, and the keys of Redis: none of a command that names something
     *     secret, because values have no names.
     */
    public record Commands(@DefaultValue("false") boolean parameters) {}

    /**
     * Which observations are traced.
     *
     * @param include Names of observations to trace, with * for any characters.
     * @param exclude Names of observations not to trace, with * for any characters, whatever is included. Defaults to
     *     those that Spring Security puts around the rest of a request.
     */
    public record Observations(
            @DefaultValue("*") List<String> include,
            @DefaultValue("spring.security.http.*") List<String> exclude) {}

    /**
     * Where signed headers are sent.
     *
     * @param hosts Hosts that get signed headers besides those of the house, as in api.example.com or *.example.com. Of the
     *     house are names without a dot or below .local, .internal and .svc, loopback and private addresses.
     */
    public record Propagation(@DefaultValue List<String> hosts) {}

    /** {@return what the store needs to know, for one that writes} */
    public StoreOptions storeOptions() {
        return new StoreOptions(filterErrorTrace, retention, export.connectTimeout());
    }

    /** {@return the key that signs what the application itself asks for: the first that is not blank; empty if none is} */
    public String firstKey() {
        return hmacKeys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse("");
    }

    Acceptance acceptance() {
        return new Acceptance(accept == Accept.STRICT, replayAfter, limits.idLength());
    }

    /** {@return how values become text, and which of them are masked} */
    public ArgumentCapture argumentCapture() {
        return ArgumentCapture.of(capture.settings(limits.textLength()));
    }

    Insight insight() {
        return new Insight(
                counters,
                samples.settings(),
                jvmEvents,
                MethodPatterns.of(traceMethods),
                MethodOwners.of(methodsByToken),
                traceThreads);
    }

    boolean tracesNeitherRequestsNorStores() {
        return !traceWsgiTransport && !traceMessageStore && !traceManagementStore;
    }

    @Override
    public String toString() {
        return "ProfilerProperties[enabled=" + enabled + "]";
    }
}
