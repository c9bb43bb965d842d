// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where each request waits until all have come, and then has something done by another thread. */
@RestController
@Import(Application.class)
class Meeting {

    static final int GUESTS = 1_100;

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch arrivals = new CountDownLatch(GUESTS);
    private final Profiler profiler;
    private final Executor applicationTaskExecutor;

    Meeting(Profiler profiler, Executor applicationTaskExecutor) {
        this.profiler = profiler;
        this.applicationTaskExecutor = applicationTaskExecutor;
    }

    /** Answers in whose trace the lines of both threads are logged, and of which kind the request's own is. */
    @GetMapping("/meeting")
    String meet() throws InterruptedException {
        try (Span meeting = profiler.start("meeting")) {
            arrivals.countDown();
            if (!arrivals.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(arrivals.getCount() + " guests have not come");
            }
            String errand = CompletableFuture.supplyAsync(this::runErrand, applicationTaskExecutor)
                    .join();
            return loggedTrace() + " " + errand + " "
                    + Thread.currentThread().getClass().getSimpleName();
        }
    }

    private String runErrand() {
        try (Span errand = profiler.start("errand")) {
            return loggedTrace();
        }
    }

    private static String loggedTrace() {
        return String.valueOf(MDC.get("profiler.base_id"));
    }
}
