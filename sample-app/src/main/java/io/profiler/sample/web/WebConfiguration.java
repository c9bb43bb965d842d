// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import io.profiler.sample.web.caller.CallerInterceptor;
import io.profiler.sample.web.error.JsonErrorReportValve;
import io.profiler.sample.web.signedurl.SignedUrlInterceptor;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String API = "/v2/**";

    private final CallerInterceptor callerInterceptor;
    private final SignedUrlInterceptor signedUrlInterceptor;
    private final List<HandlerMethodArgumentResolver> argumentResolvers;

    WebConfiguration(
            CallerInterceptor callerInterceptor,
            SignedUrlInterceptor signedUrlInterceptor,
            List<HandlerMethodArgumentResolver> argumentResolvers) {
        this.callerInterceptor = callerInterceptor;
        this.signedUrlInterceptor = signedUrlInterceptor;
        this.argumentResolvers = argumentResolvers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(callerInterceptor).addPathPatterns(API);
        registry.addInterceptor(signedUrlInterceptor).addPathPatterns(API);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(argumentResolvers);
    }

    @Bean
    static WebMvcRegistrations explicitHead() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new ExplicitHeadHandlerMapping();
            }
        };
    }

    /** Gives the server's own refusals the form of the API's errors. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(JsonErrorReportValve.class.getName());
            }
        });
    }

    /** Lets a name with an encoded slash reach the routes, none of which matches it. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
