// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A handler of WebFlux that is called inside a span. Where it gives a reactive value, the span lasts until that has ended, and
 * what is done for the value is below it.
 */
public final class ReactiveCall {

    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final TracedMethod method;
    private final Span span;
    private final @Nullable RequestPhases phases;
    private final ReactorPosition position = ReactorPosition.ofThread();
    private final AtomicBoolean hasReturned = new AtomicBoolean();

    private ReactiveCall(TracedMethod method, Span span, @Nullable RequestPhases phases) {
        this.method = method;
        this.span = span;
        this.phases = phases;
    }

    /**
     * @param phases what the request goes through; null if nobody knows
     * @param handler has it called by WebFlux's own adapter
     */
    public static Mono<HandlerResult> of(
            TracedMethod method, @Nullable RequestPhases phases, Supplier<Mono<HandlerResult>> handler) {
        Span span = Guard.call(() -> method.start(NO_ARGUMENTS));
        return span == null ? handler.get() : new ReactiveCall(method, span, phases).around(handler);
    }

    private Mono<HandlerResult> around(Supplier<Mono<HandlerResult>> handler) {
        if (phases != null) {
            phases.called();
        }
        try {
            return watched(handler.get());
        } catch (Throwable error) {
            fail(error);
            throw error;
        } finally {
            Guarded.detach(span);
        }
    }

    /** Empty where the handler has answered by itself. */
    private Mono<HandlerResult> watched(Mono<HandlerResult> handled) {
        return new PlacedMono<>(
                handled.map(this::lasting)
                        .doOnSuccess(result -> {
                            if (result == null) {
                                end(null);
                            }
                        })
                        .doOnError(this::fail)
                        .doOnCancel(() -> end(null))
                        .contextWrite(position::in),
                position);
    }

    /** The result whose value ends the span. What a library has made of the class is passed on as it is. */
    private HandlerResult lasting(HandlerResult result) {
        Object value = result.getReturnValue();
        HandlerResult lasting = value == null || result.getClass() != HandlerResult.class
                ? null
                : Guard.call(() -> withValue(result, ending(result, value)));
        if (lasting == null) {
            end(value);
            return result;
        }
        return lasting;
    }

    /** The value, which tells of its end. It is made where the call was, wherever its handler came to it. */
    private @Nullable Object ending(HandlerResult result, Object value) {
        AtomicReference<@Nullable Object> ending = new AtomicReference<>();
        Object told = told(value);
        position.run(() -> ending.set(completion(result, value).stop(method, span, told)));
        return ending.get();
    }

    /** The value, with the end of which the handler has returned: before the span's end, which takes time to describe. */
    private Object told(Object value) {
        if (value instanceof Mono<?> mono) {
            return mono.doOnTerminate(this::returned);
        }
        if (value instanceof Flux<?> flux) {
            return flux.doOnTerminate(this::returned);
        }
        returned();
        return value;
    }

    private static Completion completion(HandlerResult result, Object value) {
        if (value instanceof Publisher<?>) {
            return Completion.of(value instanceof Mono<?> ? Mono.class : Flux.class);
        }
        return Completion.of(result.getReturnType().resolve(Object.class));
    }

    private static HandlerResult withValue(HandlerResult result, @Nullable Object value) {
        HandlerResult other =
                new HandlerResult(result.getHandler(), value, result.getReturnTypeSource(), result.getBindingContext());
        DispatchExceptionHandler handler = result.getExceptionHandler();
        return handler == null ? other : other.setExceptionHandler(handler);
    }

    private void end(@Nullable Object value) {
        position.forget();
        returned();
        Guarded.stop(method, span, value);
    }

    private void fail(Throwable error) {
        position.forget();
        returned();
        Guarded.fail(span, error);
    }

    /** Once for each call, of which some are cancelled when they have ended. */
    private void returned() {
        if (phases != null && hasReturned.compareAndSet(false, true)) {
            phases.returned();
        }
    }
}
