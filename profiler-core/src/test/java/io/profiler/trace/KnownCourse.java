// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import com.example.course.Course;
import com.example.course.Course.Step;
import io.profiler.point.JvmReport;
import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TraceContext;
import io.profiler.report.Report;
import io.profiler.report.verdict.Cause;
import io.profiler.report.verdict.Causes;
import io.profiler.report.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One request that takes a known course, and what its trace says of it.
 *
 * @param micros how long each step took by the clock
 * @param told what the trace puts the time down to
 * @param whole whether the JVM was listened to all the time
 */
record KnownCourse(Map<Step, Long> micros, Causes told, boolean whole) {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long TOLERANCE_MICROS = 10_000;
    private static final double TOLERANCE = 0.05;
    private static final double EXPLAINED = 0.95;

    /** A busy machine has moments in which nobody's clock is to be trusted. */
    static final int MOST_TRIES = 60;

    /** For a JVM of its own: ends with 0 if a request was told right. */
    public static void main(String[] arguments) throws Exception {
        Duration every = Duration.ofMillis(Long.parseLong(arguments[0]));
        boolean virtual = Boolean.parseBoolean(arguments[1]);
        List<KnownCourse> wrong = untilRight(every, virtual);
        wrong.forEach(System.out::println);
        System.exit(wrong.size() < MOST_TRIES ? 0 : 1);
    }

    /** The requests before the first that is told right. */
    static List<KnownCourse> untilRight(Duration every, boolean virtual)
            throws ReflectiveOperationException, InterruptedException {
        List<KnownCourse> wrong = new ArrayList<>();
        KnownCourse course = take(every, virtual);
        while (!course.isRight() && wrong.size() < MOST_TRIES) {
            wrong.add(course);
            course = take(every, virtual);
        }
        return wrong;
    }

    private boolean isRight() {
        return whole
                && told.explainedMicros() >= EXPLAINED * told.totalMicros()
                && isRight(micros.get(Step.MONITOR) + micros.get(Step.LOCK), Cause.LOCK)
                && isRight(micros.get(Step.SOCKET), Cause.SOCKET)
                && isRight(micros.get(Step.SLEEP), Cause.SLEEP)
                && isRight(micros.get(Step.COLLECTION), Cause.GC, Cause.SAFEPOINT)
                && isRight(micros.get(Step.CLASSES), Cause.CLASS_LOADING)
                && isRight(micros.get(Step.ARITHMETIC), Cause.RUNNING, Cause.NO_PROCESSOR);
    }

    private boolean isRight(long truth, Cause... causes) {
        long micros = Stream.of(causes).mapToLong(told::micros).sum();
        return Math.abs(micros - truth) <= Math.max(TOLERANCE_MICROS, TOLERANCE * truth);
    }

    private static KnownCourse take(Duration every, boolean virtual)
            throws ReflectiveOperationException, InterruptedException {
        Collected sink = new Collected();
        Profiler profiler = Profiler.create(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                Insight.NONE
                        .withCounters()
                        .withSamples(new SampleSettings(true, false, every))
                        .withJvmEvents()
                        .withVirtualThreads());
        Course course = new Course();
        Allowance sampled = Allowance.UNLIMITED.sampled(every);
        Runnable request = () -> {
            try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key", sampled))) {
                Span span = profiler.start("wsgi");
                course.run();
                span.stop();
            }
        };
        thread(request, virtual).join();
        Report report = Report.of(sink.withWitness());
        return new KnownCourse(course.micros(), Verdict.of(report).causes(), sink.isWhole() && course.result() > 0);
    }

    private static Thread thread(Runnable work, boolean virtual) throws ReflectiveOperationException {
        if (virtual) {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
        }
        Thread thread = new Thread(work, "request");
        thread.start();
        return thread;
    }

    private static final class Collected implements TracePointSink {

        private final List<TracePointChunk> chunks = new CopyOnWriteArrayList<>();

        @Override
        public boolean offer(TracePointChunk chunk) {
            return chunks.add(chunk);
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {}

        private List<TracePoint> points() {
            return chunks.stream()
                    .flatMap(chunk -> IntStream.range(0, chunk.published()).mapToObj(chunk::point))
                    .toList();
        }

        /** All points, once the JVM has been heard. */
        private List<TracePoint> withWitness() throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (witness() == null && System.nanoTime() - deadline < 0) {
                Thread.sleep(20);
            }
            return points();
        }

        private Object witness() {
            return points().stream()
                    .map(point -> point.info().get(JvmReport.MEMBER))
                    .filter(told -> told != null)
                    .findFirst()
                    .orElse(null);
        }

        private boolean isWhole() {
            return witness() instanceof Map<?, ?> told && Boolean.TRUE.equals(told.get("whole"));
        }
    }
}
