// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.trace.Profiler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A controller for each way to answer, below the outermost filter of {@link ContextLeaks}. */
@Configuration(proxyBeanMethods = false)
@Import({
    BaseApplication.class,
    DispatchingApplication.AsyncController.class,
    DispatchingApplication.PlainController.class
})
class DispatchingApplication {

    @Bean
    ContextLeaks contextLeaks(Profiler profiler) {
        return new ContextLeaks(profiler);
    }

    @Bean
    FilterRegistrationBean<ContextLeaks> contextLeaksRegistration(ContextLeaks leaks) {
        return outermost(leaks, Ordered.HIGHEST_PRECEDENCE);
    }

    static <F extends Filter> FilterRegistrationBean<F> outermost(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        // What the container itself starts; a forward is part of the dispatch that it comes from.
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    @Controller
    static class PlainController {

        @GetMapping("/plain")
        @ResponseBody
        String plain() {
            return "plain";
        }

        @GetMapping("/forward")
        String forward() {
            return "forward:/plain";
        }

        @GetMapping("/send-error")
        void sendError(HttpServletResponse response) throws IOException {
            response.sendError(409, "taken");
        }

        @GetMapping("/fail")
        void fail() {
            throw new IllegalStateException("broken");
        }

        @GetMapping("/handled")
        void handled() {
            throw new UnsupportedOperationException();
        }

        @ExceptionHandler(UnsupportedOperationException.class)
        ResponseEntity<String> teapot() {
            return ResponseEntity.status(418).body("teapot");
        }
    }

    @RestController
    static class AsyncController {

        @GetMapping("/callable")
        Callable<String> callable() {
            return () -> "called";
        }

        @GetMapping("/callable-fail")
        Callable<String> callableThatFails() {
            return () -> {
                throw new IllegalStateException("broken");
            };
        }

        @GetMapping("/deferred")
        DeferredResult<String> deferred() {
            DeferredResult<String> result = new DeferredResult<>();
            CompletableFuture.runAsync(() -> result.setResult("at last"));
            return result;
        }

        @GetMapping("/deferred-error")
        DeferredResult<String> deferredThatFails() {
            DeferredResult<String> result = new DeferredResult<>();
            CompletableFuture.runAsync(() -> result.setErrorResult(new IllegalStateException("broken")));
            return result;
        }

        @GetMapping("/deferred-timeout")
        DeferredResult<String> deferredForEver() {
            return new DeferredResult<>();
        }

        @GetMapping("/emitter")
        SseEmitter emitter() {
            SseEmitter emitter = new SseEmitter();
            CompletableFuture.runAsync(() -> emit(emitter));
            return emitter;
        }

        @GetMapping("/emitter-error")
        SseEmitter emitterThatFails() {
            SseEmitter emitter = new SseEmitter();
            CompletableFuture.runAsync(() -> emitter.completeWithError(new IllegalStateException("broken")));
            return emitter;
        }

        private static void emit(SseEmitter emitter) {
            try {
                emitter.send("one");
                emitter.send("two");
                emitter.complete();
            } catch (IOException e) {
                emitter.completeWithError(e);
            }
        }

        @GetMapping("/stream")
        StreamingResponseBody stream() {
            return out -> out.write("streamed".getBytes(StandardCharsets.UTF_8));
        }
    }
}
