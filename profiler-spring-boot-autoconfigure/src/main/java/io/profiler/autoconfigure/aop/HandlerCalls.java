// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhases;
import java.util.function.Consumer;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Tells the present request when its controller is at work. */
final class HandlerCalls implements CallWatch {

    @Override
    public void called() {
        tell(RequestPhases::called);
    }

    @Override
    public void returned() {
        tell(RequestPhases::returned);
    }

    private static void tell(Consumer<RequestPhases> what) {
        try {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            RequestPhases phases = request == null
                    ? null
                    : RequestPhases.in(request.getAttribute(RequestPhases.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
            if (phases != null) {
                what.accept(phases);
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }
}
