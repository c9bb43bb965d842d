// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;

/**
 * Handlers of Spring MVC for which no proxy stands in. Where no adapter is a bean, Spring MVC has some by itself, and would
 * have ours alone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBean(HandlerAdapter.class)
@ConditionalOnClass(HandlerFunctionAdapter.class)
@ConditionalOnBooleanProperty("profiler.trace-wsgi-transport")
class ServletRoutesConfiguration {

    static final String HANDLERS = "io.profiler.servletHandlers";

    @Bean("io.profiler.servletRoutes")
    ServletRoutes profilerServletRoutes(ObjectProvider<HandlerFunctionAdapter> adapter) {
        return new ServletRoutes(adapter);
    }

    @Bean(HANDLERS)
    ServletHandlers profilerServletHandlers() {
        return new ServletHandlers();
    }
}
