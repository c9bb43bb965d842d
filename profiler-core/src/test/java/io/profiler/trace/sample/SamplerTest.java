// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {

    private static final Duration EVERY = Duration.ofMillis(1);

    private final ThreadGroup group = new ThreadGroup("sampler");
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void hasNoThreadUntilSomebodyAsksAndThenOne() throws InterruptedException {
        inGroup(() -> {
            Sampler sampler = new Sampler();
            assertThat(threads()).isEmpty();

            Looks first = sampler.begin(EVERY);
            Looks second = sampler.begin(EVERY);

            assertThat(threads()).containsExactly(Sampler.THREAD_NAME);
            first.end();
            second.end();
        });
    }

    @Test
    void looksAtThoseWhoCameUntilTheyLeave() throws InterruptedException {
        inGroup(() -> {
            Looks looks = new Sampler().begin(EVERY);
            SampledThread here = looks.enter("here");
            while (count(looks) < 3) {
                Thread.onSpinWait();
            }
            here.leave();
            assertThat(looks.threadsAtOnce()).isZero();
            looks.end();

            looks.read((key, before, after, stack, kind) -> {
                assertThat(key).isEqualTo("here");
                assertThat(after - before).isPositive();
                assertThat(stack.name(0)).isEqualTo("java.lang.Thread.run");
                // The first round of the loop loads classes.
                assertThat(kind).isIn(Kind.RUNNING, Kind.LOADING);
            });
            assertThat(looks.everyMillis()).isPositive();
        });
    }

    @Test
    void looksAtEightRequestsAtOnce() throws InterruptedException {
        inGroup(() -> {
            Sampler sampler = new Sampler();
            List<Looks> requests = new ArrayList<>();
            for (int i = 0; i < Sampler.MOST_REQUESTS; i++) {
                requests.add(sampler.begin(EVERY));
            }

            assertThat(requests).doesNotContainNull();
            assertThat(sampler.begin(EVERY)).isNull();

            requests.get(0).end();
            Looks next = sampler.begin(EVERY);
            while (next == null) {
                next = sampler.begin(EVERY);
            }
            next.end();
            requests.forEach(Looks::end);
        });
    }

    @Test
    void whoeverComesAfterTheEndIsNotLookedAt() {
        Looks looks = Stacks.noLooks();
        looks.end();

        looks.enter("late");

        assertThat(looks.threadsAtOnce()).isZero();
    }

    @Test
    void ofManyThreadsSomeAreLookedAtInOneGoAndTheOthersNext() {
        Looks looks = new Looks(10_000_000, System.nanoTime());
        IntStream.range(0, Looks.MOST_AT_ONCE + 30).forEach(number -> looks.enter(number, Thread.currentThread()));
        Set<Object> seen = new HashSet<>();

        assertThat(looks.lookAtNext(new StopTime())).isEqualTo(Looks.MOST_AT_ONCE);
        assertThat(looks.lookAtNext(new StopTime())).isEqualTo(30);
        looks.read((key, before, after, stack, kind) -> seen.add(key));

        assertThat(seen).hasSize(Looks.MOST_AT_ONCE + 30);
        assertThat(looks.lookAtNext(new StopTime())).isEqualTo(Looks.MOST_AT_ONCE);
    }

    private static int count(Looks looks) {
        AtomicInteger count = new AtomicInteger();
        looks.read((key, before, after, stack, kind) -> count.incrementAndGet());
        return count.get();
    }

    /** Other than those that belong to the test itself. */
    private List<String> threads() {
        Thread[] threads = new Thread[8];
        int count = group.enumerate(threads);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (threads[i] != Thread.currentThread()) {
                names.add(threads[i].getName());
            }
        }
        return names;
    }

    /** Threads are of the group of those who start them. */
    private void inGroup(Runnable test) throws InterruptedException {
        Thread thread = new Thread(group, test, "test");
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }
}
