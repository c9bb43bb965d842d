// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.propagation.TraceContext;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.TracePosition;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoContextLeftTest {

    private final Profiler profiler =
            Profiler.create(new CollectingSink(), new Origin("h", "demo", "api"), ArgumentCapture.disabled());
    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        pool.shutdown();
    }

    @Test
    void aClosedScopeLeavesNothing() {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            assertThatThrownBy(NoContextLeft::onThisThread).hasMessageContaining("is still in a trace");
        }

        NoContextLeft.onThisThread();
    }

    @Test
    void oneOfThePoolsThreadsIsEnough() throws Exception {
        NoContextLeft.on(pool, 3);
        TracePosition position;
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            position = TracePosition.current();
        }

        pool.submit(() -> TracePosition.set(position)).get();

        assertThatThrownBy(() -> NoContextLeft.on(pool, 3)).hasMessageContaining("is still in a trace");
    }

    @Test
    void afterATestTheThreadIsTakenOutOfTheTrace() {
        ProfiledScope left = profiler.open(new TraceContext("base", "base", "key"));
        NoContextLeft extension = new NoContextLeft();

        assertThatThrownBy(() -> extension.afterEach(null)).isInstanceOf(AssertionError.class);

        assertThatCode(() -> extension.afterEach(null)).doesNotThrowAnyException();
        left.close();
    }
}
