// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.OpenPhases;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.TracedMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the present request when its controller is at work: in a reactive application, until what it returned has ended. */
final class HandlerCalls implements CallWatch {

    @Override
    public void called() {
        Guard.run(() -> {
            RequestPhases phases = present();
            if (phases != null) {
                phases.called();
            }
        });
    }

    @Override
    public void thrown() {
        returned(null, false);
    }

    @Override
    public @Nullable Object returned(@Nullable Object result, boolean isEnding) {
        try {
            RequestPhases reactive = OpenPhases.ofThread();
            if (reactive != null && isEnding) {
                return telling(result, reactive);
            }
            RequestPhases phases = present();
            if (phases != null) {
                phases.returned();
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
        return result;
    }

    private static @Nullable Object telling(@Nullable Object result, RequestPhases phases) {
        if (result instanceof Mono<?> mono) {
            return mono.doOnTerminate(phases::returned);
        }
        if (result instanceof Flux<?> flux) {
            return flux.doOnTerminate(phases::returned);
        }
        phases.returned();
        return result;
    }

    private static @Nullable RequestPhases present() {
        if (!TracedMethod.isThreadAskedFor()) {
            return null;
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? OpenPhases.ofThread()
                : RequestPhases.in(request.getAttribute(RequestPhases.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }
}
