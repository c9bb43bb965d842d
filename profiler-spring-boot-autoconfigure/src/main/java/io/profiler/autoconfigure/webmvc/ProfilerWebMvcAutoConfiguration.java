// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.trace.Profiler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells what a request's time goes to between its filters and its controller, by what Spring MVC offers to applications.
 *
 * @since 0.1
 */
@AutoConfiguration(after = ProfilerAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, WebMvcConfigurer.class})
@ConditionalOnBooleanProperty("profiler.enabled")
@ConditionalOnBooleanProperty("profiler.trace-wsgi-transport")
public final class ProfilerWebMvcAutoConfiguration {

    @Bean("io.profiler.bodyTimes")
    BodyTimes profilerBodyTimes() {
        return new BodyTimes();
    }

    /** Around all other interceptors, so that one of ours is the last before a handler, and before a view is rendered. */
    @Bean("io.profiler.viewInterceptor")
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebMvcConfigurer profilerViewInterceptor(ObjectProvider<Profiler> profiler) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlingInterceptor(profiler::getObject))
                        .order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(new LastInterceptor()).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }
}
