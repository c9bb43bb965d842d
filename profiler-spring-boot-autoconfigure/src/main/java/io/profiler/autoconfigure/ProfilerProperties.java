// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.admission.AdmissionLimits;
import io.profiler.export.ExportSettings;
import io.profiler.export.SpoolSettings;
import io.profiler.propagation.Acceptance;
import io.profiler.store.StoreOptions;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.CaptureSettings;
import io.profiler.trace.TraceLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

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
 * @param limits Bounds of what is profiled, and of what a trace holds.
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
        @DefaultValue Capture capture,
        @DefaultValue Export export,
        @DefaultValue Limits limits) {

    /** Room for the first chunk of a request, and for its end: with less, no trace would ever be whole. */
    private static final int SMALLEST_QUEUE = 17;

    public ProfilerProperties {
        if (retention != null) {
            AtLeast.oneMillisecond("profiler.retention", retention);
        }
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

    /**
     * What of the application's values gets into traces.
     *
     * @param arguments Whether arguments of traced methods are shown.
     * @param path Whether the paths of requests are shown. They may hold ids and tokens, which nothing tells apart.
     * @param query Whether the queries of requests are shown, without what is secret in them.
     * @param messages Whether the messages of errors are shown, without what is secret in them.
     * @param redactedNames Names of parameters, members, headers and keys whose values are not shown. A name is
     *     secret if one of its words ends with one of these, in each case and however words are joined, unless its last
     *     word says that it tells about the secret, as in passwordPolicy. Defaults to password, token, secret,
     *     cookie and others; empty means none.
     * @param redactedQueryNames Names whose values are not shown in the query of a URL, besides those above. Defaults to
     *     code, key, sig, session and others; empty means none.
     * @param redactedShapes Whether what looks like a secret is not shown, wherever it stands: user and password in a URL,
     *     bearer tokens, private keys.
     */
    public record Capture(
            @DefaultValue("false") boolean arguments,
            @DefaultValue("true") boolean path,
            @DefaultValue("true") boolean query,
            @DefaultValue("true") boolean messages,
            @Nullable List<String> redactedNames,
            @Nullable List<String> redactedQueryNames,
            @DefaultValue("true") boolean redactedShapes) {

        CaptureSettings settings(int maxTextLength) {
            CaptureSettings defaults = CaptureSettings.defaults();
            return new CaptureSettings(
                    arguments,
                    path,
                    query,
                    messages,
                    redactedNames == null ? defaults.secretNames() : redactedNames,
                    redactedQueryNames == null ? defaults.secretQueryNames() : redactedQueryNames,
                    redactedShapes,
                    maxTextLength);
        }
    }

    /**
     * How trace points get to the store.
     *
     * @param queueCapacity How many trace points may wait, of which one trace gets no more than a share. More are dropped
     *     and counted.
     * @param queueBytes How many bytes of texts in trace points may wait, such as messages and arguments, roughly. More are
     *     dropped and counted.
     * @param spool File for trace points that wait while the store is away, which also survives a crash. It is for this
     *     application alone. Without it they wait in memory.
     * @param spoolSize How large that file may get.
     * @param batchSize How many trace points are stored at once.
     * @param flushInterval How long a trace point of a request that still runs may wait.
     * @param shutdownTimeout How long shutting down may take to store what waits.
     * @param connectTimeout How long to wait for the store, unless the connection string says otherwise.
     */
    public record Export(
            @DefaultValue("100000") int queueCapacity,
            @DefaultValue("32MB") DataSize queueBytes,
            @Nullable String spool,
            @DefaultValue("256MB") DataSize spoolSize,
            @DefaultValue("1000") int batchSize,
            @DefaultValue("1s") Duration flushInterval,
            @DefaultValue("5s") Duration shutdownTimeout,
            @DefaultValue("5s") Duration connectTimeout) {

        public Export {
            AtLeast.of("profiler.export.queue-capacity", SMALLEST_QUEUE, queueCapacity);
            AtLeast.oneMegabyte("profiler.export.queue-bytes", queueBytes);
            AtLeast.oneMegabyte("profiler.export.spool-size", spoolSize);
            AtLeast.of("profiler.export.batch-size", 1, batchSize);
            AtLeast.oneMillisecond("profiler.export.flush-interval", flushInterval);
            AtLeast.oneMillisecond("profiler.export.shutdown-timeout", shutdownTimeout);
            AtLeast.oneMillisecond("profiler.export.connect-timeout", connectTimeout);
        }

        ExportSettings settings() {
            return new ExportSettings(
                    queueCapacity,
                    queueBytes.toBytes(),
                    batchSize,
                    flushInterval,
                    shutdownTimeout,
                    ExportSettings.defaults().maxBackOff(),
                    spool == null || spool.isBlank() ? null : new SpoolSettings(Path.of(spool), spoolSize.toBytes()));
        }
    }

    /**
     * Bounds of what is profiled, and of what a trace holds. What is beyond is served unprofiled, or cut.
     *
     * @param textLength Longest text of one message or other value, and of all arguments of a call, in characters.
     * @param infoLength Longest text of all that the application says of one span, in characters.
     * @param traceLength Longest text of all that the application says of the spans of one trace, in characters.
     * @param spansPerTrace Most spans that this application records of one trace, over all requests with its id.
     * @param openTraces Most requests that are profiled at once, of which one trace may have half.
     * @param requestsPerSecond Most requests of one key that are profiled in a second. Twice as many may come at once.
     * @param idLength Longest id that a request may come with, in characters.
     */
    public record Limits(
            @DefaultValue("2048") int textLength,
            @DefaultValue("16384") int infoLength,
            @DefaultValue("16000000") int traceLength,
            @DefaultValue("20000") int spansPerTrace,
            @DefaultValue("1000") int openTraces,
            @DefaultValue("1000") int requestsPerSecond,
            @DefaultValue("255") int idLength) {

        private static final int LENGTH_OF_UUID = 36;

        public Limits {
            AtLeast.of("profiler.limits.text-length", 16, textLength);
            AtLeast.of("profiler.limits.info-length", 16, infoLength);
            AtLeast.of("profiler.limits.trace-length", 16, traceLength);
            AtLeast.of("profiler.limits.spans-per-trace", 1, spansPerTrace);
            AtLeast.of("profiler.limits.open-traces", 1, openTraces);
            AtLeast.of("profiler.limits.requests-per-second", 1, requestsPerSecond);
            AtLeast.of("profiler.limits.id-length", LENGTH_OF_UUID, idLength);
        }

        AdmissionLimits admission() {
            return new AdmissionLimits(openTraces, requestsPerSecond);
        }

        TraceLimits trace() {
            return new TraceLimits(spansPerTrace, infoLength, traceLength);
        }
    }

    /** What the store needs to know. */
    public StoreOptions storeOptions() {
        return new StoreOptions(filterErrorTrace, retention, export.connectTimeout());
    }

    /** The key that signs what the application itself asks for. */
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

    /** How values become text. */
    public ArgumentCapture argumentCapture() {
        return ArgumentCapture.of(capture.settings(limits.textLength()));
    }

    boolean tracesNeitherRequestsNorStores() {
        return !traceWsgiTransport && !traceMessageStore && !traceManagementStore;
    }

    @Override
    public String toString() {
        return "ProfilerProperties[enabled=" + enabled + "]";
    }
}
