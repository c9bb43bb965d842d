// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import io.profiler.trace.TracePosition;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Checks that a thread is in no trace. A trace that is left on a pooled thread takes the spans of whatever request comes
 * next.
 *
 * <p>As an extension it looks at the test's own thread after each test, and takes the trace away, so that one test fails
 * and not all after it:
 *
 * <pre>{@code
 * @ExtendWith(NoContextLeft.class)
 * class OrderServiceTest {
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class NoContextLeft implements AfterEachCallback {

    private static final long PATIENCE_SECONDS = 10;

    /** For JUnit. */
    public NoContextLeft() {}

    @Override
    public void afterEach(ExtensionContext context) {
        TracePosition left = TracePosition.current();
        TracePosition.set(null);
        failIf(left != null);
    }

    /**
     * Checks the present thread, and leaves it as it is.
     *
     * @throws AssertionError if it is in a trace
     */
    public static void onThisThread() {
        failIf(TracePosition.current() != null);
    }

    /**
     * Checks the threads of a pool, all of which have to be idle.
     *
     * @param pool runs each task on a thread of its own, as long as it has one
     * @param threads how many threads the pool has; each of them is given a task that waits for the others
     * @throws AssertionError if one of them is in a trace, or if the tasks do not get as many threads in ten seconds
     */
    public static void on(Executor pool, int threads) {
        CyclicBarrier together = new CyclicBarrier(threads);
        CompletableFuture<?>[] checks = IntStream.range(0, threads)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> check(together), pool))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(checks).get(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed.getMessage(), failed);
        }
    }

    private static void check(CyclicBarrier together) {
        try {
            together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new AssertionError("the pool has fewer threads, or some are busy", alone);
        }
        onThisThread();
    }

    private static void failIf(boolean left) {
        if (left) {
            throw new AssertionError("thread '" + Thread.currentThread().getName()
                    + "' is still in a trace: a scope was not closed there");
        }
    }
}
