// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.WebExceptionHandler;

class UnknownErrorsTest {

    /** Which status the application makes of an error is seen by nobody before the request's filters have ended. */
    @ParameterizedTest
    @ValueSource(classes = {OwnAnswers.class, OwnAttributes.class})
    void noStatusIsToldThatTheApplicationMayChange(Class<?> answering) {
        try (RunningApp own = RunningApp.startReactive(answering, "profiler.trace-wsgi-transport=true")) {
            Trace trace = own.profiled("/broken");

            assertThat(trace.response().statusCode()).isEqualTo(503);
            assertThat(trace.info("wsgi-stop")).containsKey("etype").doesNotContainKey("response");
        }
    }

    /** With an answer of its own to every error. */
    @Configuration(proxyBeanMethods = false)
    @Import(ShopApplication.class)
    static class OwnAnswers {

        @Bean
        @Order(-2)
        WebExceptionHandler unavailable() {
            return (exchange, error) -> {
                exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                return exchange.getResponse().setComplete();
            };
        }
    }

    /** With what it tells an error page itself, status included. */
    @Configuration(proxyBeanMethods = false)
    @Import(ShopApplication.class)
    static class OwnAttributes {

        @Bean
        ErrorAttributes attributes() {
            return new DefaultErrorAttributes() {
                @Override
                public Map<String, Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
                    Map<String, Object> attributes = super.getErrorAttributes(request, options);
                    attributes.put("status", 503);
                    return attributes;
                }
            };
        }
    }
}
