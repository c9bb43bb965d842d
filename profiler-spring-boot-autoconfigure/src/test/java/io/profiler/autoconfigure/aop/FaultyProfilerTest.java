// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.aop.completion.Completion;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.BeanUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the profiler throws is no affair of the application's. */
class FaultyProfilerTest {

    private static final TracedMethod METHOD =
            TracedMethod.named("faulty", "Faulty.get").build();

    private final FaultySpan span = new FaultySpan();

    @ParameterizedTest
    @ValueSource(
            classes = {
                IllegalStateException.class,
                NoClassDefFoundError.class,
                StackOverflowError.class,
                AssertionError.class,
                OutOfMemoryError.class
            })
    void aTracePointThatIsNotToBeFoundLeavesTheCallAlone(Class<? extends Throwable> fault) {
        Supplier<String> proxy = advised(() -> "got", new LayerMethods() {
            @Override
            public boolean isCandidate(Class<?> targetClass) {
                return true;
            }

            @Override
            public TracedMethod find(Method method, Class<?> targetClass) {
                throw FaultyProfilerTest.<RuntimeException>as(BeanUtils.instantiateClass(fault));
            }
        });

        assertThat(profiled(proxy)).isEqualTo("got");
    }

    @Test
    void aSpanThatDoesNotStartLeavesTheCallAlone() {
        String[] tooFewNames = {};
        LayerMethods points = tracing(TracedMethod.named("faulty", "Faulty.get")
                .parameterNames(tooFewNames)
                .build());
        ProxyFactory factory = new ProxyFactory(new Doubling());
        factory.addAdvice(new TracingInterceptor(new BeanMethods(points, Doubling.class)));
        Doubling proxy = (Doubling) factory.getProxy();

        assertThat(profiled(() -> proxy.twice(21))).isEqualTo(42);
    }

    @Test
    void aValueIsReturned() {
        assertThat(stop(Object.class, "got")).isEqualTo("got");
        assertThat(span.stops).isEqualTo(1);
    }

    @Test
    void aStageIsReturnedAndCompletes() {
        CompletableFuture<String> future = new CompletableFuture<>();

        assertThat(stop(CompletionStage.class, future)).isSameAs(future);
        assertThat(future.complete("got")).isTrue();

        assertThat(span.stops).isEqualTo(1);
    }

    @Test
    void aMonoGivesItsValue() {
        assertThat(((Mono<?>) stop(Mono.class, Mono.just("got"))).block()).isEqualTo("got");
        assertThat(span.stops).isEqualTo(1);
    }

    @Test
    void aFluxGivesItsValues() {
        assertThat(((Flux<?>) stop(Flux.class, Flux.just("got"))).blockLast()).isEqualTo("got");
        assertThat(span.stops).isEqualTo(1);
    }

    @Test
    void theErrorOfAStreamIsItsOwn() {
        Mono<?> failing = (Mono<?>) stop(Mono.class, Mono.error(new IllegalStateException("own")));

        assertThatThrownBy(failing::block).hasMessage("own");
        assertThat(span.stops).isEqualTo(1);
    }

    @Test
    void theErrorOfACallIsItsOwn() {
        IllegalStateException own = new IllegalStateException("own") {
            @Override
            public String getMessage() {
                throw new NoClassDefFoundError("unreadable");
            }
        };
        Supplier<String> proxy = advised(
                () -> {
                    throw own;
                },
                tracing(METHOD));

        assertThatThrownBy(() -> profiled(proxy)).isSameAs(own);
    }

    @Test
    void aFaultWithoutATextIsSwallowedToo() {
        for (int i = 0; i < 2; i++) {
            Guard.report(new IllegalStateException() {
                @Override
                public String toString() {
                    throw new StackOverflowError();
                }
            });
        }
    }

    private Object stop(Class<?> returnType, Object result) {
        return Completion.of(returnType).stop(METHOD, span, result);
    }

    private static LayerMethods tracing(TracedMethod method) {
        return new LayerMethods() {
            @Override
            public boolean isCandidate(Class<?> targetClass) {
                return true;
            }

            @Override
            public TracedMethod find(Method called, Class<?> targetClass) {
                return method;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Supplier<String> advised(Supplier<String> target, LayerMethods points) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.addAdvice(new TracingInterceptor(new BeanMethods(points, target.getClass())));
        return (Supplier<String>) factory.getProxy();
    }

    private static <T> T profiled(Supplier<T> call) {
        String baseId = UUID.randomUUID().toString();
        Profiler profiler = Profiler.create(
                new CollectingSink(),
                new Origin("host", "project", "service"),
                ArgumentCapture.enabled(List.of(), 100));
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
            return call.get();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T as(Throwable fault) throws T {
        throw (T) fault;
    }

    static class Doubling {

        int twice(int number) {
            return 2 * number;
        }
    }

    private static final class FaultySpan implements Span {

        private int stops;

        @Override
        public void stop() {
            stops++;
            throw new IllegalStateException("stop");
        }

        @Override
        public void stop(Map<String, ?> info) {
            stop();
        }

        @Override
        public void stop(Throwable error) {
            stop();
        }

        @Override
        public void stop(Throwable error, Map<String, ?> info) {
            stop();
        }

        @Override
        public void stopAt(long nanoTime, Throwable error, Map<String, ?> info) {
            stop();
        }

        @Override
        public void detach() {
            throw new IllegalStateException("detach");
        }
    }
}
