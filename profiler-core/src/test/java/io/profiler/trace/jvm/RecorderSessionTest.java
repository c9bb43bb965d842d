// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecorderSessionTest {

    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final RecorderSession<AutoCloseable> session =
            new RecorderSession<>("test-session", 1, 1, this::open, () -> events.add("forgotten"));

    private AutoCloseable open() {
        if (opened.incrementAndGet() == 3) {
            throw new IllegalStateException("no recorder");
        }
        events.add("opened");
        return () -> events.add("closed");
    }

    private String next() throws InterruptedException {
        return events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void listensWhileItIsWantedAndAgainLater() throws InterruptedException {
        assertThat(session.stream()).isNull();
        assertThat(events).isEmpty();

        for (int time = 0; time < 2; time++) {
            session.want();

            assertThat(next()).isEqualTo("opened");
            assertThat(next()).isEqualTo("forgotten");
            assertThat(next()).isEqualTo("closed");
            assertThat(session.stream()).isNull();
        }
    }

    @Test
    void whatIsDoneLaterIsDoneAlsoWithoutARecorder() throws InterruptedException {
        opened.set(2);
        session.want();

        assertThat(session.later(() -> events.add("later " + session.stream()))).isTrue();

        assertThat(next()).isEqualTo("later null");
    }

    @Test
    void noMoreWaitThanHaveRoom() {
        int waiting = 0;
        while (waiting < 10_000 && session.later(() -> {})) {
            waiting++;
        }

        assertThat(waiting).isBetween(1, 9_999);
    }
}
