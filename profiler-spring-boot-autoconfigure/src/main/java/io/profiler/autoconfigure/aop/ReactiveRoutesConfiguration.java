// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.support.HandlerFunctionAdapter;

/** Handlers of Spring WebFlux for which no proxy stands in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(HandlerFunctionAdapter.class)
@ConditionalOnBooleanProperty("profiler.trace-wsgi-transport")
class ReactiveRoutesConfiguration {

    static final String HANDLERS = "io.profiler.reactiveHandlers";

    @Bean("io.profiler.reactiveRoutes")
    ReactiveRoutes profilerReactiveRoutes(ObjectProvider<HandlerFunctionAdapter> adapter) {
        return new ReactiveRoutes(adapter);
    }

    @Bean(HANDLERS)
    ReactiveHandlers profilerReactiveHandlers(ApplicationContext context) {
        return new ReactiveHandlers(context);
    }
}
