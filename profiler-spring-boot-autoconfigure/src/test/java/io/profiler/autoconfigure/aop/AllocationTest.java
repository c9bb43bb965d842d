// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Insight;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TraceLimits;
import io.profiler.trace.TracedMethod;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

/** What a call of a layer's bean allocates on its thread, beside one behind an interceptor that does nothing. */
class AllocationTest {

    private static final int CALLS = 10_000;
    private static final int REQUESTS = 50;
    private static final int ROUNDS = 300;
    private static final int BYTES_OF_A_SPAN = 80;
    private static final int BYTES_OF_A_REQUEST = 11_000;
    private static final Map<String, Object> START =
            Map.of("request", Map.of("path", "/orders/1234", "query", "", "method", "GET", "scheme", "http"));
    private static final Map<String, Object> END = Map.of(
            "request",
            Map.of("route", "/orders/{id}"),
            "response",
            Map.of("status", 200),
            "phases",
            List.of(
                    Map.of("name", "filters", "from", 0L, "micros", 812L),
                    Map.of("name", "mapping", "from", 812L, "micros", 40L),
                    Map.of("name", "result", "from", 1_700L, "micros", 90L)));
    private static final long SMALLEST_OBJECT = 16;
    private static final String ID = "7f5e4d3c-1b2a-4987-8765-43210fedcba9";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ForgetfulSink sink = new ForgetfulSink();
    private final Profiler profiler = Profiler.create(
            sink,
            new Origin("host", "project", "service"),
            ArgumentCapture.disabled(),
            new TraceLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE),
            Insight.NONE.withCounters().withVirtualThreads());
    private final Layer empty = behind(invocation -> invocation.proceed());
    private final Layer traced = behind(new TracingInterceptor(new BeanMethods(new EveryMethod(), Layer.class)));
    private volatile Object seed = this;

    @Test
    void aRequestThatIsNotProfiledAllocatesNothing() {
        assertThat(perCall(() -> callEach(traced))).isEqualTo(perCall(() -> callEach(empty)));
    }

    @Test
    void aSpanAllocatesLittle() {
        TraceContext trace = new TraceContext("base", "base", "key");

        long above = perCall(() -> inTrace(trace, traced)) - perCall(() -> callEach(empty));

        assertThat(above).isPositive().isLessThanOrEqualTo(BYTES_OF_A_SPAN);
        assertThat(sink.offered).isPositive();
    }

    /** Its headers, and what is said of it at its start and at its end. */
    @Test
    void aRequestAllocatesLittle() {
        HeaderVerifier verifier = new HeaderVerifier(List.of("key"));
        SignedHeaders headers = SignedHeaders.sign(new TraceContext(ID, ID, "key"));

        long bytes = perCall(REQUESTS, () -> {
            for (int i = 0; i < REQUESTS; i++) {
                request(verifier.verify(headers.info(), headers.hmac()).context());
            }
        });

        assertThat(bytes).isPositive().isLessThanOrEqualTo(BYTES_OF_A_REQUEST);
    }

    private void request(@Nullable TraceContext trace) {
        try (ProfiledScope scope = profiler.open(Objects.requireNonNull(trace))) {
            profiler.start("wsgi", START).stop(END);
        }
    }

    @Test
    void oneObjectMoreIsSeen() {
        Layer seeded = behind(invocation -> {
            seed = new Object();
            return invocation.proceed();
        });

        long above = perCall(() -> callEach(seeded)) - perCall(() -> callEach(empty));

        assertThat(above).isEqualTo(SMALLEST_OBJECT);
    }

    /** The least of many rounds: the first are not compiled yet, and some hold what the machine does beside. */
    private long perCall(Runnable round) {
        return perCall(CALLS, round);
    }

    private long perCall(int calls, Runnable round) {
        long least = Long.MAX_VALUE;
        for (int left = ROUNDS; left > 0; left--) {
            long before = threads.getCurrentThreadAllocatedBytes();
            round.run();
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / calls);
        }
        return least;
    }

    private static void callEach(Layer layer) {
        for (int i = 0; i < CALLS; i++) {
            layer.call();
        }
    }

    private void inTrace(TraceContext trace, Layer layer) {
        try (ProfiledScope scope = profiler.open(trace);
                Span request = profiler.start("wsgi")) {
            callEach(layer);
        }
    }

    private static Layer behind(MethodInterceptor advice) {
        ProxyFactory factory = new ProxyFactory(new Layer());
        factory.setProxyTargetClass(true);
        factory.addAdvice(advice);
        return (Layer) factory.getProxy();
    }

    private static final class EveryMethod implements LayerMethods {

        private final TracedMethod method =
                TracedMethod.named("layer", "Layer.call").build();

        @Override
        public boolean isCandidate(Class<?> targetClass) {
            return true;
        }

        @Override
        public TracedMethod find(Method called, Class<?> targetClass) {
            return method;
        }
    }

    static class Layer {

        private int calls;

        int call() {
            return ++calls & 127;
        }
    }

    private static final class ForgetfulSink implements TracePointSink {

        private int offered;

        @Override
        public boolean offer(TracePointChunk chunk) {
            offered++;
            return true;
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {
            throw new AssertionError("nothing is refused");
        }
    }
}
