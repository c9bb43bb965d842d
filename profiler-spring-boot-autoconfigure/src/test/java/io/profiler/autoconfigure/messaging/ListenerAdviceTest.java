// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.framework.ProxyFactory;

@ExtendWith(NoContextLeft.class)
class ListenerAdviceTest {

    private final Profiler profiler =
            Profiler.create(new CollectingSink(), new Origin("host", "project", "service"), ArgumentCapture.disabled());
    private final List<@Nullable TracePosition> seen = new ArrayList<>();

    @Test
    void aThreadThatWasStartedInARequestListensOutsideOfItAndStaysInIt() {
        Runnable listener = advised(() -> seen.add(TracePosition.current()));

        try (ProfiledScope scope = profiler.open(new TraceContext("base", "parent", "key"));
                Span request = profiler.start("wsgi")) {
            listener.run();

            assertThat(TracePosition.current().isBelow(request)).isTrue();
        }
        assertThat(seen).hasSize(1).containsOnlyNulls();
    }

    /** By advice that finds no message to go on from. */
    private static Runnable advised(Runnable listener) {
        ProxyFactory proxies = new ProxyFactory(listener);
        proxies.addAdvice(new ListenerAdvice(call -> null, () -> {
            throw new IllegalStateException("Nothing is asked for");
        }));
        return (Runnable) proxies.getProxy();
    }
}
