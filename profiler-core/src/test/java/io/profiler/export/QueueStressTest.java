// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.store.AppendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Threads publish for a while, one fills and settles batches or lets them go: in an order that nobody chose. */
class QueueStressTest {

    private static final int PUBLISHERS = 3;
    private static final int CHUNKS = 20_000;
    private static final int CAPACITY = 2_000;
    private static final Duration ANY = Duration.ofSeconds(1);

    private final WaitingPoints waiting = new WaitingPoints(new ExportSettings(CAPACITY, 100, ANY, ANY, ANY));
    private final AtomicLong made = new AtomicLong();
    private final AtomicInteger publishing = new AtomicInteger(PUBLISHERS);
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> nextByPublisher = new HashMap<>();
    private long settled;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachPointIsReadOnceAndInOrderAndInOneCount(long seed) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < PUBLISHERS; number++) {
            String name = "publisher" + number;
            Random random = new Random(seed * PUBLISHERS + number);
            threads.add(new Thread(() -> publish(name, random)));
        }
        threads.forEach(Thread::start);
        drain(new Random(seed));
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).isEmpty();
        PointCounts counts = waiting.counts();
        assertThat(counts.recorded()).isEqualTo(made.get());
        assertThat(counts.stored()).isEqualTo(settled).isPositive();
        assertThat(counts.waiting()).isZero();
        assertThat(waiting.offer(new NumberedChunk("half", 0, CAPACITY / 2)))
                .as("all of the room is there again")
                .isTrue();
    }

    /** Chunk after chunk of one thread, each whole before the next is offered; some are left before they are full. */
    private void publish(String name, Random random) {
        int next = 0;
        for (int i = 0; i < CHUNKS; i++) {
            NumberedChunk chunk = new NumberedChunk(name, next, 1 + random.nextInt(16));
            int points = random.nextInt(8) == 0 ? random.nextInt(chunk.capacity()) : chunk.capacity();
            boolean taken = offerOften(chunk, random.nextInt(2_000));
            for (int point = 0; taken && point < points; point++) {
                chunk.published = point + 1;
            }
            chunk.abandoned = true;
            if (taken) {
                next += points;
            } else {
                waiting.drop(chunk, points);
            }
            made.addAndGet(points);
        }
        publishing.decrementAndGet();
    }

    private boolean offerOften(NumberedChunk chunk, int times) {
        for (int left = times; left > 0; left--) {
            if (waiting.offer(chunk)) {
                return true;
            }
            Thread.yield();
        }
        return waiting.offer(chunk);
    }

    private void drain(Random random) {
        OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(QueueStressTest.class));
        boolean last = false;
        while (!last) {
            boolean ended = publishing.get() == 0;
            Batch batch = new Batch(1 + random.nextInt(300), log);
            waiting.fill(batch);
            last = ended && batch.isEmpty();
            if (batch.isEmpty()) {
                waiting.release();
            } else if (random.nextInt(4) > 0) {
                batch.points().forEach(this::expectNext);
                settled += batch.points().size();
                waiting.settle(batch, AppendResult.allStored(batch.points().size()));
            }
        }
    }

    private void expectNext(TracePoint point) {
        int expected = nextByPublisher.merge(point.baseId(), 1, Integer::sum) - 1;
        if (Integer.parseInt(point.traceId()) != expected) {
            wrong.add(point.baseId() + " gave " + point.traceId() + " in place of " + expected);
        }
    }

    private static final class NumberedChunk implements TracePointChunk {

        private final String baseId;
        private final int firstNumber;
        private final int capacity;
        private volatile int published;
        private volatile boolean abandoned;

        NumberedChunk(String baseId, int firstNumber, int capacity) {
            this.baseId = baseId;
            this.firstNumber = firstNumber;
            this.capacity = capacity;
        }

        @Override
        public String baseId() {
            return baseId;
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public long bytes() {
            return capacity;
        }

        @Override
        public int published() {
            return published;
        }

        @Override
        public boolean isClosed() {
            return abandoned || published == capacity;
        }

        @Override
        public TracePoint point(int index) {
            String number = String.valueOf(firstNumber + index);
            return new TracePoint("a-start", baseId, number, baseId, "", Map.of(), null, null);
        }
    }
}
