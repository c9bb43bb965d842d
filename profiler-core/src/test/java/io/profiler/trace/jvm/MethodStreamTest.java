// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Methods that come and go while the recorder is listened to. */
@EnabledForJreRange(minVersion = 25)
class MethodStreamTest {

    private static final long PATIENCE_SECONDS = 30;
    private static final String NAME = MethodStreamTest.class.getName();
    private static final long KEPT_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long LONG_AGO = System.nanoTime() - 2 * KEPT_NANOS;
    private static final int MOST_CALLS = 1_000;
    private static final MethodPattern LAST = MethodPattern.parse(NAME + "::last");

    private final MethodFilters filters = new MethodFilters(List.of(LAST), KEPT_NANOS);
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final AtomicInteger floods = new AtomicInteger();
    private final AtomicInteger ownFloods = new AtomicInteger();

    @Test
    void whatIsNotWantedYetOrAnyMoreIsNotTold() throws InterruptedException {
        try (MethodStream stream = stream(filters)) {
            callAll();
            awaitLast();
            assertThat(told).isEmpty();

            filters.ask(MethodPattern.parse(NAME + "::one"), LONG_AGO);
            stream.update();
            callAll();
            assertThat(next()).isEqualTo(NAME + ".one");
            awaitLast();

            filters.ask(MethodPattern.parse(NAME + "::other"), LONG_AGO);
            stream.update();
            callAll();
            assertThat(List.of(next(), next())).containsExactlyInAnyOrder(NAME + ".one", NAME + ".other");
            awaitLast();

            stream.check();
            callAll();
            awaitLast();
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whereNothingIsWantedAnyMoreNothingIsTold() throws InterruptedException {
        MethodFilters none = new MethodFilters(List.of(), KEPT_NANOS);
        none.ask(MethodPattern.parse(NAME + "::one"), LONG_AGO);
        try (MethodStream stream = stream(none);
                RecordingStream watch = new RecordingStream()) {
            watch.enable("jdk.MethodTrace").with("filter", NAME + "::last").withoutStackTrace();
            BlockingQueue<String> seen = new LinkedBlockingQueue<>();
            watch.onEvent("jdk.MethodTrace", event -> seen.add(((RecordedMethod) event.getValue("method")).getName()));
            watch.startAsync();
            callAll();
            assertThat(List.of(take(seen), take(seen))).containsExactlyInAnyOrder("one", "last");

            stream.check();
            callAll();

            assertThat(take(seen)).isEqualTo("last");
            assertThat(seen).isEmpty();
        }
    }

    /** However a batch of calls is told, in one second or in two, one of them is told in one. */
    @Test
    void whatIsAskedForAndCalledTooOftenIsSaid() throws InterruptedException {
        filters.ask(MethodPattern.parse(NAME + "::one"), LONG_AGO);
        try (MethodStream stream = stream(filters)) {
            while (floods.get() == 0) {
                for (int i = 0; i <= MOST_CALLS; i++) {
                    one();
                }
                assertThat(next()).isNotNull();
                assertThat(stream.progress().hasEnded()).isFalse();
            }
        }
        assertThat(floods).hasPositiveValue();
        assertThat(ownFloods).hasValue(0);
    }

    @Test
    void whatTheApplicationNamesAndIsCalledTooOftenIsSaidToo() throws InterruptedException {
        try (MethodStream stream = stream(filters)) {
            while (ownFloods.get() == 0) {
                for (int i = 0; i <= MOST_CALLS; i++) {
                    last();
                }
                assertThat(next()).isNotNull();
                assertThat(stream.progress().hasEnded()).isFalse();
            }
        }
        assertThat(floods).hasValue(0);
    }

    private MethodStream stream(MethodFilters of) {
        return new MethodStream(
                of,
                thread -> true,
                call -> told.add(call.function()),
                new CallRate(MOST_CALLS, floods::incrementAndGet),
                new CallRate(MOST_CALLS, ownFloods::incrementAndGet));
    }

    private void awaitLast() throws InterruptedException {
        assertThat(next()).isEqualTo(NAME + ".last");
    }

    private String next() throws InterruptedException {
        return take(told);
    }

    private static String take(BlockingQueue<String> queue) throws InterruptedException {
        return queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void callAll() {
        one();
        other();
        last();
    }

    private void one() {
        assertThat(filters).isNotNull();
    }

    private void other() {
        assertThat(filters).isNotNull();
    }

    private void last() {
        assertThat(told).isNotNull();
    }
}
