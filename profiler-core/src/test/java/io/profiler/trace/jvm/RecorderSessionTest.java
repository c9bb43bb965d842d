// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;

class RecorderSessionTest {

    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger checked = new AtomicInteger();
    private final RecorderSession<ListeningStream> session =
            new RecorderSession<>("test-session", 1, 1, this::open, () -> events.add("forgotten"));

    private final AtomicReference<RecordingStream> recorder = new AtomicReference<>();

    private ListeningStream open() {
        if (opened.incrementAndGet() == 3) {
            throw new IllegalStateException("no recorder");
        }
        RecordingStream opened = new RecordingStream();
        StreamProgress progress = new StreamProgress(opened);
        KnownThreads threads = new KnownThreads(progress);
        opened.startAsync();
        recorder.set(opened);
        events.add("opened");
        return new ListeningStream() {
            @Override
            public void check() {
                checked.incrementAndGet();
            }

            @Override
            public StreamProgress progress() {
                return progress;
            }

            @Override
            public KnownThreads threads() {
                return threads;
            }

            @Override
            public void close() {
                opened.close();
                events.add("closed");
            }
        };
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

    /** As if the request took minutes. */
    @Test
    void listensAsLongAsARequestIsOpenThatWantsIt() throws InterruptedException {
        AtomicBoolean isOpen = new AtomicBoolean(true);
        session.want(isOpen::get);
        assertThat(next()).isEqualTo("opened");

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (checked.get() < 3 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }

        assertThat(checked).hasValueGreaterThanOrEqualTo(3);
        assertThat(events).isEmpty();
        isOpen.set(false);
        assertThat(next()).isEqualTo("forgotten");
        assertThat(next()).isEqualTo("closed");
    }

    @Test
    void whatCouldNotBeStartedIsTriedAgainLater() throws InterruptedException {
        opened.set(2);
        session.want();

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (events.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            session.want();
        }

        assertThat(events.peek()).isEqualTo("opened");
        assertThat(session.hasFailed()).isFalse();
    }

    /** As if it had been wanted a minute long. */
    @Test
    void oneThatWasEndedFromOutsideIsFollowedByAnother() throws InterruptedException {
        RecorderSession<ListeningStream> steady =
                new RecorderSession<>("test-session", 600, 1, this::open, () -> events.add("forgotten"));
        steady.want();
        assertThat(next()).isEqualTo("opened");

        recorder.get().close();

        assertThat(next()).isEqualTo("forgotten");
        assertThat(next()).isEqualTo("closed");
        assertThat(next()).isEqualTo("opened");
        recorder.get().close();
    }

    @Test
    void whatIsDoneLaterIsDoneAlsoWithoutARecorder() throws InterruptedException {
        opened.set(2);
        session.want();

        assertThat(session.later(isHeard -> events.add("heard " + isHeard))).isTrue();

        assertThat(next()).isEqualTo("heard false");
    }

    @Test
    void noMoreWaitThanHaveRoom() {
        int waiting = 0;
        while (waiting < 10_000 && session.later(isHeard -> {})) {
            waiting++;
        }

        assertThat(waiting).isBetween(1, 9_999);
    }
}
