// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.profiler.point.JvmCause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmEventsTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final long HELD_MILLIS = 80;

    private final JvmEvents events = new JvmEvents();

    /** What the JVM tells of a task, once it is heard at all. */
    private Told told(Waiting task) throws Exception {
        BlockingQueue<Told> told = new LinkedBlockingQueue<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Told answer = null;
        while ((answer == null || !answer.whole()) && System.nanoTime() < deadline) {
            events.want(() -> false);
            long began = System.nanoTime();
            task.run();
            events.tell(began, System.nanoTime(), told::add);
            answer = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return answer;
    }

    private interface Waiting {
        void run() throws Exception;
    }

    private static long millis(Told told, JvmCause cause) {
        long nanos = told.events().stream()
                .filter(event -> event.cause() == cause)
                .filter(event -> event.threadId() == Thread.currentThread().getId())
                .mapToLong(JvmEvent::nanos)
                .sum();
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Test
    void tellsWhatAThreadWaitedFor() throws Exception {
        Told told = told(() -> {
            monitor();
            lock();
            socket();
            Thread.sleep(HELD_MILLIS);
            System.gc();
        });

        assertThat(told.whole()).isTrue();
        assertThat(millis(told, JvmCause.LOCK)).isGreaterThan(HELD_MILLIS + HELD_MILLIS / 2);
        assertThat(millis(told, JvmCause.SOCKET)).isPositive();
        assertThat(millis(told, JvmCause.SLEEP)).isGreaterThanOrEqualTo(HELD_MILLIS - 1);
        assertThat(told.events()).extracting(JvmEvent::cause).contains(JvmCause.GC);
        assertThat(told.events())
                .filteredOn(event -> event.cause() == JvmCause.LOCK)
                .extracting(JvmEvent::what)
                .contains(Object.class.getName(), "java.util.concurrent.locks.ReentrantLock$NonfairSync");
    }

    @Test
    void disturbsNoOtherRecording(@TempDir Path folder) throws Exception {
        try (Recording other = new Recording()) {
            other.enable("jdk.ThreadSleep").withThreshold(Duration.ofSeconds(30));
            other.enable("jdk.ThreadStart");
            other.start();
            Map<String, String> settings = other.getSettings();

            Told told = told(() -> Thread.sleep(HELD_MILLIS));
            other.stop();
            other.dump(folder.resolve("other.jfr"));

            assertThat(millis(told, JvmCause.SLEEP)).isGreaterThanOrEqualTo(HELD_MILLIS - 1);
            assertThat(other.getState()).isEqualTo(RecordingState.STOPPED);
            assertThat(other.getSettings()).isEqualTo(settings);
            assertThat(RecordingFile.readAllEvents(folder.resolve("other.jfr")))
                    .extracting(event -> event.getEventType().getName())
                    .contains("jdk.ThreadStart");
        }
    }

    @Test
    void whatOnlyAnotherRecordingWantsIsNotTold() throws Exception {
        try (Recording other = new Recording()) {
            other.enable("jdk.ThreadSleep").withoutThreshold();
            other.enable("jdk.ThreadPark").withoutThreshold();
            other.start();

            Told told = told(() -> {
                for (int i = 0; i < 50; i++) {
                    LockSupport.parkNanos(10_000);
                }
                Thread.sleep(HELD_MILLIS);
            });

            assertThat(told.events())
                    .filteredOn(event -> event.cause() == JvmCause.SLEEP || event.cause() == JvmCause.QUEUE)
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.nanos()).isGreaterThanOrEqualTo(1_000_000));
        }
    }

    /** With a size of its own the recorder would keep what was read long ago, and drop what was not yet, without a word. */
    @Test
    void leavesItToTheRecorderToRemoveWhatWasRead() throws Exception {
        Set<Long> others = Recordings.ids();

        told(() -> Thread.sleep(1));

        assertThat(FlightRecorder.getFlightRecorder().getRecordings())
                .filteredOn(recording -> !others.contains(recording.getId()))
                .isNotEmpty()
                .allSatisfy(recording -> assertThat(recording.getMaxSize()).isZero());
    }

    /** As {@code jcmd JFR.stop} does it. */
    @Test
    void ofARecordingThatSomebodyStopsItSaysThatItIsNotWhole() throws Exception {
        Set<Long> others = Recordings.ids();
        assertThat(told(() -> Thread.sleep(HELD_MILLIS)).whole()).isTrue();
        BlockingQueue<Told> told = new LinkedBlockingQueue<>();
        long began = System.nanoTime();

        Recordings.stopBut(others);
        Thread.sleep(HELD_MILLIS);
        events.tell(began, System.nanoTime(), told::add);

        assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isNotNull()
                .extracting(Told::whole)
                .isEqualTo(false);
    }

    private static void monitor() throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch held = new CountDownLatch(1);
        Thread waiting = Thread.currentThread();
        Thread holder = holder(() -> {
            synchronized (monitor) {
                hold(held, () -> waiting.getState() == Thread.State.BLOCKED);
            }
        });
        held.await();
        synchronized (monitor) {
            holder.join();
        }
    }

    private static void lock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch held = new CountDownLatch(1);
        Thread waiting = Thread.currentThread();
        Thread holder = holder(() -> {
            lock.lock();
            hold(held, () -> lock.hasQueuedThread(waiting));
            lock.unlock();
        });
        held.await();
        lock.lock();
        lock.unlock();
        holder.join();
    }

    private static Thread holder(Runnable task) {
        Thread holder = new Thread(task, "holder");
        holder.start();
        return holder;
    }

    /** From when on somebody waits. */
    private static void hold(CountDownLatch held, BooleanSupplier isWaitedFor) {
        held.countDown();
        try {
            while (!isWaitedFor.getAsBoolean()) {
                Thread.sleep(1);
            }
            Thread.sleep(HELD_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void socket() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread late = holder(() -> {
                try (Socket client = server.accept()) {
                    hold(new CountDownLatch(1), () -> true);
                    client.getOutputStream().write(1);
                } catch (IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
                client.getInputStream().read();
            }
            late.join();
        }
    }

    /** As before the first request that wants it, or where the recorder was closed meanwhile. */
    @Test
    void whereNobodyListensItSaysThatItIsNotWhole() throws InterruptedException {
        BlockingQueue<Told> told = new LinkedBlockingQueue<>();

        new JvmEvents().tell(System.nanoTime(), System.nanoTime(), told::add);

        assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new Told(List.of(), false));
    }

    @Test
    void tellsWhenItWasByTheClockThatIsNeverSet() throws Exception {
        long[] slept = new long[2];

        Told told = told(() -> {
            slept[0] = System.nanoTime();
            Thread.sleep(HELD_MILLIS);
            slept[1] = System.nanoTime();
        });

        assertThat(told.events())
                .filteredOn(event -> event.cause() == JvmCause.SLEEP)
                .filteredOn(event -> event.threadId() == Thread.currentThread().getId())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.startNanos()).isCloseTo(slept[0], within(TimeUnit.MILLISECONDS.toNanos(50)));
                    assertThat(event.endNanos()).isCloseTo(slept[1], within(TimeUnit.MILLISECONDS.toNanos(50)));
                });
    }

    @Test
    void ofEventsThatHadToMakeRoomItKnows() {
        RecentEvents two = new RecentEvents(2);
        List.of(10L, 20L, 30L).forEach(start -> two.add(new JvmEvent(JvmCause.SLEEP, 1, start, 5, null)));

        assertThat(two.during(0, 100)).extracting(JvmEvent::startNanos).containsExactly(20L, 30L);
        assertThat(two.during(26, 30)).isEmpty();
        assertThat(two.isLostSince(14)).isTrue();
        assertThat(two.isLostSince(15)).isFalse();
    }

    @Test
    void whatComesOneSoonAfterTheOtherIsOneStretchInWhichNothingCountsTwice() {
        long millis = 1_000_000;
        Stretches stretches = new Stretches();
        stretches.add(new JvmEvent(JvmCause.CLASS, 1, 0, 3 * millis, "Outer"), "span");
        stretches.add(new JvmEvent(JvmCause.CLASS, 1, millis, millis, "Inner"), "span");
        stretches.add(new JvmEvent(JvmCause.GC, 0, millis, millis, "pause"), null);
        stretches.add(new JvmEvent(JvmCause.CLASS, 1, 3 * millis + 500_000, millis, "Next"), "span");
        stretches.add(new JvmEvent(JvmCause.CLASS, 1, 9 * millis, millis, "Late"), "span");

        assertThat(stretches.toInfo(0, 10 * millis, true).get("events"))
                .isEqualTo(List.of(
                        Map.of(
                                "cause", "class", "span", "span", "at", 0L, "micros", 4000L, "count", 3, "within",
                                4500L, "what", "Outer"),
                        Map.of("cause", "gc", "at", 1000L, "micros", 1000L, "what", "pause"),
                        Map.of("cause", "class", "span", "span", "at", 9000L, "micros", 1000L, "what", "Late")));
    }
}
