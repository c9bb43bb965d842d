// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Signature;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.trace.Profiler;
import io.profiler.trace.TracePosition;
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

        private final Profiler profiler;
        private final DeferredResult<String> awaited = new DeferredResult<>(0L);

        Answers(Profiler profiler) {
            this.profiler = profiler;
        }

        @GetMapping("/fast")
        String fast() {
            return "fast";
        }

        @GetMapping("/breaks")
        String breaks() {
            throw new IllegalStateException("broken");
        }

        @GetMapping("/breaks-later")
        Callable<String> breaksLater() {
            return () -> {
                throw new IllegalStateException("broken");
            };
        }

        @GetMapping("/works/{spans}")
        String works(@PathVariable int spans) {
            for (int i = 0; i < spans; i++) {
                profiler.trace("work", () -> {});
            }
            return "worked";
        }

        /** What goes on downstream. */
        @GetMapping("/context")
        String context() {
            TracePosition position = TracePosition.current();
            return (position == null ? "not recorded" : "recorded")
                    + (profiler.context().isPresent() ? ", asked for" : "")
                    + (position == null || Signature.at(position).isEmpty() ? ", unsigned" : ", signed");
        }

        /** Ends when somebody says so. */
        @GetMapping("/awaited")
        DeferredResult<String> awaited() {
            return awaited;
        }

        DeferredResult<String> whatIsAwaited() {
            return awaited;
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
