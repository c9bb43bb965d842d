// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.example.course.Course;
import io.profiler.autoconfigure.aop.ToldStacks.Told;
import io.profiler.point.TracePoint;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Insight;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.SampleSettings;
import io.profiler.trace.Span;
import io.profiler.trace.TraceLimits;
import io.profiler.trace.TracePosition;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;

/** Looks at work of known truth: the calls on a stack say which span they are of, whatever the clock says. */
@ExtendWith(NoContextLeft.class)
class SampledSpansTest {

    private static final int ENOUGH = 100;
    private static final int MOST_REQUESTS = 400;
    private static final long REQUEST_NANOS = 200_000_000;

    private final Course course = course();
    private int right;
    private int wrong;
    private int untold;

    @ParameterizedTest
    @ValueSource(longs = {5_000, 50_000, 500_000})
    void looksAreOfTheSpansWhoseCodeIsOnTheStack(long nanos) {
        repeat(() -> untilEnd(nanos));

        assertMostAreRight();
    }

    @Test
    void whatGoesOnOnOtherThreadsIsLookedAtThere() {
        ExecutorService threads = Executors.newCachedThreadPool();
        repeat(() -> waitFor(threads, placed()));
        threads.shutdown();

        assertMostAreRight();
    }

    @Test
    void virtualThreadsAreLookedAt() throws ReflectiveOperationException {
        assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        repeat(() -> waitFor(threads, placed()));
        threads.shutdown();

        assertMostAreRight();
    }

    private Runnable placed() {
        TracePosition position = TracePosition.current();
        return () -> position.run(() -> untilEnd(50_000));
    }

    private static void waitFor(ExecutorService threads, Runnable work) {
        CompletableFuture.allOf(CompletableFuture.runAsync(work, threads), CompletableFuture.runAsync(work, threads))
                .join();
    }

    private void repeat(Runnable work) {
        for (int i = 0; i < MOST_REQUESTS && right + wrong < ENOUGH; i++) {
            CollectingSink sink = new CollectingSink();
            request(profiler(sink), work);
            count(sink.points());
        }
    }

    private static Profiler profiler(CollectingSink sink) {
        return Profiler.create(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                new TraceLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE),
                Insight.NONE
                        .withSamples(new SampleSettings(true, false, SampleSettings.DEFAULT_PERIOD))
                        .withVirtualThreads());
    }

    private static void request(Profiler profiler, Runnable work) {
        Allowance sampled = Allowance.UNLIMITED.sampled(Duration.ofMillis(1));
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key", sampled))) {
            Span span = profiler.start("wsgi");
            work.run();
            span.stop();
        }
    }

    private void untilEnd(long nanos) {
        long end = System.nanoTime() + REQUEST_NANOS;
        while (System.nanoTime() - end < 0) {
            course.first(nanos);
        }
    }

    private void count(List<TracePoint> points) {
        Map<String, String> functions = new HashMap<>();
        for (TracePoint point : points) {
            if (point.info().get("function") instanceof Map<?, ?> function) {
                functions.put(point.traceId(), String.valueOf(function.get("name")));
            }
        }
        for (TracePoint point : points) {
            if (point.info().get("samples") instanceof Map<?, ?> samples) {
                count(samples, functions);
            }
        }
    }

    private void count(Map<?, ?> samples, Map<String, String> functions) {
        for (Object entry : (List<?>) Objects.requireNonNull(samples.get("spans"))) {
            Map<?, ?> span = (Map<?, ?>) entry;
            String function = functions.get(String.valueOf(span.get("span")));
            for (Told told : ToldStacks.of(span, (List<?>) Objects.requireNonNull(samples.get("frames")))) {
                count(told, span.get("span") == null, function);
            }
        }
    }

    private void count(Told told, boolean isOfNone, String function) {
        List<String> methods = told.calls().stream()
                .filter(call -> call.startsWith(Course.class.getName() + "."))
                .filter(call -> !call.endsWith(".work") && !call.endsWith(".step"))
                .toList();
        if (isOfNone) {
            untold += told.looks();
        } else if (methods.isEmpty() || methods.equals(Collections.singletonList(function))) {
            right += told.looks();
        } else {
            wrong += told.looks();
        }
    }

    private void assertMostAreRight() {
        assertThat(right + wrong).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(wrong * 100).isLessThanOrEqualTo(right + wrong);
        assertThat(untold * 5).isLessThanOrEqualTo(right + wrong);
    }

    private static Course course() {
        Course target = new Course();
        ProxyFactory factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TracingInterceptor(new BeanMethods(new EveryMethod(), Course.class)));
        Course proxy = (Course) factory.getProxy();
        target.setBean(proxy);
        return proxy;
    }

    private static final class EveryMethod implements LayerMethods {

        private final Map<Method, TracedMethod> methods = new ConcurrentHashMap<>();

        @Override
        public boolean isCandidate(Class<?> targetClass) {
            return true;
        }

        @Override
        public TracedMethod find(Method called, Class<?> targetClass) {
            return methods.computeIfAbsent(
                    called,
                    method ->
                            TracedMethods.describe("layer", method, targetClass).build());
        }
    }
}
