// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.TracedMethod;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;

/** Tells profiled requests what they go through. What a request includes is part of what includes it. */
final class Phases {

    private Phases() {}

    static void tell(HttpServletRequest request, Consumer<RequestPhases> what) {
        if (TracedMethod.isThreadAskedFor()) {
            Guard.run(() -> tellProfiled(request, what));
        }
    }

    private static void tellProfiled(HttpServletRequest request, Consumer<RequestPhases> what) {
        RequestPhases phases = RequestPhases.in(request.getAttribute(RequestPhases.ATTRIBUTE));
        if (phases != null && request.getDispatcherType() != DispatcherType.INCLUDE) {
            what.accept(phases);
        }
    }
}
