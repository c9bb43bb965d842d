// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.PathPrefix;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What controllers of Spring MVC are mapped to. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(RequestMappingHandlerMapping.class)
class ServletPathsConfiguration {

    @Bean("io.profiler.servletPaths")
    RequestPaths profilerServletPaths(Environment environment, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new ServletPaths(mappings, PathPrefix.ofDispatcher(environment));
    }
}
