// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.Accept;
import io.profiler.autoconfigure.ConsoleProperties;
import io.profiler.autoconfigure.Coverage;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.autoconfigure.ReadingProperties;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.store.OpenedStores;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The endpoint {@code profiler}, where the application exposes it.
 *
 * @since 0.1
 */
@AutoConfiguration(
        after = ProfilerAutoConfiguration.class,
        afterName = "io.profiler.autoconfigure.store.ProfilerStoreAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnClass({WebEndpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnAvailableEndpoint(ProfilerEndpoint.class)
@ConditionalOnBean(OpenedStores.class)
@Import({ServletPathsConfiguration.class, ReactivePathsConfiguration.class})
@EnableConfigurationProperties({ProfilerProperties.class, ReadingProperties.class, ConsoleProperties.class})
public final class ProfilerEndpointAutoConfiguration {

    private static final Duration LONGEST_RELAY = Duration.ofSeconds(30);
    private static final EndpointId ID = EndpointId.of("profiler");
    private static final String ACCESS = "management.endpoint.profiler.access";

    @Bean("io.profiler.endpointPath")
    OwnPath profilerEndpointPath(
            Environment environment, Prefixes prefixes, ObjectProvider<PathMappedEndpoints> endpoints) {
        return new OwnPath(environment, prefixes, endpoints);
    }

    @Bean("io.profiler.consoleLog")
    ConsoleLog profilerConsoleLog(Environment environment, Prefixes prefixes, OwnPath path) {
        return new ConsoleLog(environment, prefixes, path);
    }

    @Bean("io.profiler.relay")
    @ConditionalOnBean(HeaderVerifier.class)
    @ConditionalOnBooleanProperty("profiler.console.relay")
    Relay profilerRelay(
            Environment environment,
            HeaderVerifier verifier,
            ConsoleProperties properties,
            ObjectProvider<CurrentExchange> exchanges) {
        return new Relay(
                new RelayTarget(environment),
                verifier,
                new RelayedNames(properties.relayedHeaders()),
                exchanges.getIfAvailable(() -> CurrentExchange.UNKNOWN),
                LONGEST_RELAY);
    }

    @Bean("io.profiler.endpoint")
    ProfilerEndpoint profilerEndpoint(
            OpenedStores stores,
            ReadingProperties bounds,
            Environment environment,
            ProfilerProperties properties,
            EndpointAccessResolver access,
            Prefixes prefixes,
            OwnPath path,
            ObjectProvider<CurrentExchange> exchanges,
            ObjectProvider<Relay> relays,
            ObjectProvider<RequestPaths> paths,
            ObjectProvider<Coverage.Source> sources) {
        boolean readOnly = !isOpen(environment, access);
        CurrentExchange exchange = exchanges.getIfAvailable(() -> CurrentExchange.UNKNOWN);
        Recordings recordings = new Recordings(properties.recordBrowsers(), properties.firstKey(), exchange);
        Relay relay = relays.getIfAvailable();
        Supplier<ConsoleAbilities> abilities = () -> new ConsoleAbilities(
                readOnly,
                !readOnly && recordings.areAllowed(),
                isStrict(properties),
                !readOnly && relay != null && relay.isPossible());
        Pages pages = new Pages(
                () -> ConsoleSettings.of(
                        environment, abilities.get(), prefixes, path.onItsServer(), RequestPaths.of(paths)),
                exchange);
        return new ProfilerEndpoint(
                new StoredTraces(stores, bounds),
                pages,
                exchange,
                new Answers(pages, exchange, readOnly),
                recordings,
                relay,
                () -> coverage(environment, sources));
    }

    /** By its own property, and not beyond what all endpoints are permitted: what opens them all does not open this one. */
    private static boolean isOpen(Environment environment, EndpointAccessResolver access) {
        return environment.getProperty(ACCESS, Access.class) == Access.UNRESTRICTED
                && access.accessFor(ID, Access.READ_ONLY) == Access.UNRESTRICTED;
    }

    private static boolean isStrict(ProfilerProperties properties) {
        return properties.accept() == Accept.STRICT;
    }

    private static CoverageData coverage(Environment environment, ObjectProvider<Coverage.Source> sources) {
        Coverage coverage = new Coverage();
        sources.forEach(source -> source.addTo(coverage));
        return new CoverageData(ConsoleSettings.service(environment), environment, coverage);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    static class ServletConfiguration {

        @Bean("io.profiler.pathPrefixes")
        Prefixes profilerPathPrefixes(Environment environment) {
            return Prefixes.ofServlets(environment);
        }

        @Bean("io.profiler.exchange")
        CurrentExchange profilerExchange(Environment environment) {
            return new ServletExchange(() -> Binder.get(environment)
                    .bindOrCreate("management.endpoints.web.cors", CorsEndpointProperties.class)
                    .toCorsConfiguration());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.REACTIVE)
    static class ReactiveConfiguration {

        @Bean("io.profiler.pathPrefixes")
        Prefixes profilerPathPrefixes(Environment environment) {
            return Prefixes.ofWebFlux(environment);
        }
    }
}
