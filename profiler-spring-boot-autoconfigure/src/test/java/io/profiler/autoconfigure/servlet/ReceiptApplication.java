// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.SwitchableStore;
import io.profiler.trace.Profiler;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Ways in which a response is sent. The span {@code early} is over before the response can be, {@code late} is not. */
@Configuration(proxyBeanMethods = false)
@Import({BaseApplication.class, ReceiptApplication.Answers.class})
class ReceiptApplication {

    private static final int MORE_THAN_THE_BUFFER = 100_000;

    @Bean
    SwitchableStore store() {
        return new SwitchableStore();
    }

    @RestController
    static class Answers {

        private final Profiler profiler;

        Answers(Profiler profiler) {
            this.profiler = profiler;
        }

        private void span(String name) {
            profiler.start(name).close();
        }

        @GetMapping("/small")
        String small() {
            span("early");
            return "small";
        }

        @GetMapping("/flush")
        void flush(HttpServletResponse response) throws IOException {
            PrintWriter writer = response.getWriter();
            span("early");
            writer.print("a");
            response.flushBuffer();
            span("late");
        }

        @GetMapping("/flush-writer")
        void flushWriter(HttpServletResponse response) throws IOException {
            PrintWriter writer = response.getWriter();
            span("early");
            writer.print("a");
            writer.flush();
            span("late");
        }

        @GetMapping("/close-writer")
        void closeWriter(HttpServletResponse response) throws IOException {
            PrintWriter writer = response.getWriter();
            span("early");
            writer.printf("%s%n", "a");
            writer.close();
            span("late");
        }

        @GetMapping("/flush-stream")
        void flushStream(HttpServletResponse response) throws IOException {
            ServletOutputStream stream = response.getOutputStream();
            span("early");
            stream.print("a");
            stream.flush();
            span("late");
        }

        @GetMapping("/close-stream")
        void closeStream(HttpServletResponse response) throws IOException {
            ServletOutputStream stream = response.getOutputStream();
            span("early");
            stream.write('a');
            stream.close();
            span("late");
        }

        @GetMapping("/large-writer")
        void largeWriter(HttpServletResponse response) throws IOException {
            PrintWriter writer = response.getWriter();
            span("early");
            writer.write("a".repeat(MORE_THAN_THE_BUFFER));
            span("late");
        }

        @GetMapping("/characters")
        void characters(HttpServletResponse response) throws IOException {
            response.setCharacterEncoding("UTF-8");
            PrintWriter writer = response.getWriter();
            span("early");
            for (int i = 0; i < MORE_THAN_THE_BUFFER; i++) {
                writer.append('\u6f22');
            }
            span("late");
        }

        @GetMapping("/large-stream")
        void largeStream(HttpServletResponse response) throws IOException {
            ServletOutputStream stream = response.getOutputStream();
            span("early");
            stream.write(new byte[MORE_THAN_THE_BUFFER]);
            span("late");
        }

        @GetMapping("/bytes")
        void bytes(HttpServletResponse response) throws IOException {
            ServletOutputStream stream = response.getOutputStream();
            span("early");
            for (int i = 0; i < MORE_THAN_THE_BUFFER; i++) {
                stream.write('a');
            }
            span("late");
        }

        @GetMapping("/reset")
        void reset(HttpServletResponse response) throws IOException {
            response.getWriter().print("not this");
            response.reset();
            PrintWriter writer = response.getWriter();
            span("early");
            writer.print("a");
            writer.flush();
            span("late");
        }

        @GetMapping("/redirect")
        void redirect(HttpServletResponse response) throws IOException {
            span("early");
            response.sendRedirect("/small");
        }

        @GetMapping("/error-page")
        void errorPage(HttpServletResponse response) throws IOException {
            span("early");
            response.sendError(409);
        }

        @GetMapping("/fail")
        void fail() {
            span("early");
            throw new IllegalStateException("broken");
        }

        @GetMapping("/later")
        Callable<String> later() {
            span("early");
            return () -> "later";
        }

        @GetMapping("/events")
        SseEmitter events() {
            SseEmitter emitter = new SseEmitter();
            span("early");
            CompletableFuture.runAsync(() -> {
                try {
                    emitter.send("one");
                    emitter.complete();
                } catch (IOException e) {
                    emitter.completeWithError(e);
                }
            });
            return emitter;
        }

        /** As a gateway does with what it got from a service that is profiled, too. */
        @GetMapping({"/passed-on", "/passed-on-empty"})
        void passedOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.addHeader("X-Trace-Id", "passed-on");
            response.addHeader("Vary", "X-Trace-Token, X-Trace-Info");
            response.addHeader("Vary", "Origin");
            response.addHeader("Link", "</actuator/profiler/passed-on>; rel=\"describedby\"; title=\"trace\"");
            if (request.getRequestURI().equals("/passed-on")) {
                response.getOutputStream().print("passed on");
            }
        }

        @GetMapping("/own")
        String own(HttpServletResponse response) {
            response.addHeader("Server-Timing", "cache;desc=hit");
            response.addHeader("Link", "</style.css>; rel=\"preload\"");
            span("early");
            span("a b,c");
            return "own";
        }
    }
}
