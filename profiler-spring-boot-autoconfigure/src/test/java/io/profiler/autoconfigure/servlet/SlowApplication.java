// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.kit.BaseApplication;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Requests that take their time, in one way or another. */
@Configuration(proxyBeanMethods = false)
@Import({BaseApplication.class, SlowApplication.Answers.class})
class SlowApplication {

    static final long SLOW_MILLIS = 1_000;

    @RestController
    static class Answers {

        @GetMapping("/fast")
        String fast() {
            return "fast";
        }

        @GetMapping("/slow/{id}")
        String slow(@PathVariable String id) {
            return "slow " + id + burn();
        }

        @GetMapping("/fails")
        String fails() {
            throw new IllegalStateException("broken after " + burn());
        }

        @GetMapping("/callable")
        Callable<String> callable() {
            return () -> "called" + burn();
        }

        @GetMapping("/deferred")
        DeferredResult<String> deferred() {
            DeferredResult<String> result = new DeferredResult<>();
            CompletableFuture.runAsync(() -> result.setResult("deferred" + burn()));
            return result;
        }

        @GetMapping("/fast-callable")
        Callable<String> fastCallable() {
            return () -> "called";
        }

        @GetMapping("/events")
        SseEmitter events() {
            SseEmitter events = new SseEmitter();
            CompletableFuture.runAsync(() -> send(events));
            return events;
        }

        private static void send(SseEmitter events) {
            try {
                events.send("event" + burn());
                events.complete();
            } catch (IOException gone) {
                events.completeWithError(gone);
            }
        }

        @GetMapping("/stream")
        void stream(HttpServletResponse response) throws IOException {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.getWriter().write("data: " + burn() + "\n\n");
        }

        /** Empty at last. */
        private static String burn() {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS);
            long sum = 1;
            while (System.nanoTime() - end < 0) {
                sum = sum * 31 + 7;
            }
            return sum == 0 ? "never" : "";
        }
    }
}
