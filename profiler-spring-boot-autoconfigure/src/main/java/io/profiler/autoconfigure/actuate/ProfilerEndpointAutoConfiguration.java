// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.ReadingProperties;
import io.profiler.store.OpenedStores;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.Access;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The endpoint {@code profiler}, where the application exposes it.
 *
 * @since 0.1
 */
@AutoConfiguration(afterName = "io.profiler.autoconfigure.store.ProfilerStoreAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnClass({WebEndpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnAvailableEndpoint(ProfilerEndpoint.class)
@EnableConfigurationProperties(ReadingProperties.class)
public final class ProfilerEndpointAutoConfiguration {

    private static final String ACCESS = "management.endpoint.profiler.access";
    private static final EndpointId ID = EndpointId.of("profiler");

    @Bean("io.profiler.endpoint")
    @ConditionalOnBean(OpenedStores.class)
    ProfilerEndpoint profilerEndpoint(
            OpenedStores stores,
            ReadingProperties bounds,
            Environment environment,
            ObjectProvider<PathMappedEndpoints> paths,
            ObjectProvider<CurrentExchange> exchanges) {
        boolean readOnly = environment.getProperty(ACCESS, Access.class) != Access.UNRESTRICTED;
        CurrentExchange exchange = exchanges.getIfAvailable(() -> CurrentExchange.UNKNOWN);
        Pages pages = new Pages(() -> ConsoleSettings.of(environment, readOnly, path(paths)), exchange);
        return new ProfilerEndpoint(new StoredTraces(stores, bounds), readOnly, pages, exchange);
    }

    private static String path(ObjectProvider<PathMappedEndpoints> paths) {
        return Objects.requireNonNullElse(paths.getObject().getPath(ID), "");
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    static class ServletConfiguration {

        @Bean("io.profiler.exchange")
        CurrentExchange profilerExchange() {
            return new ServletExchange();
        }
    }
}
