// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A place in the trace as Reactor carries it, until it is forgotten. Taken by Reactor itself, which knows whether
 * Micrometer's context propagation is there.
 */
final class ReactorPosition {

    private volatile @Nullable Object position;

    private ReactorPosition() {}

    /** Where the thread is; nowhere if it is not profiled, or if there is no context propagation. */
    static ReactorPosition ofThread() {
        ReactorPosition taken = new ReactorPosition();
        Mono.deferContextual(context -> Mono.justOrEmpty(context.getOrEmpty(CarriedPosition.KEY)))
                .contextCapture()
                .subscribe(position -> taken.position = position);
        return taken;
    }

    /** A context that goes on from here. */
    Context in(Context context) {
        Object known = position;
        return known == null ? context : context.put(CarriedPosition.KEY, known);
    }

    /** Does something here. */
    void run(Runnable action) {
        if (position instanceof TracePosition known) {
            known.run(action);
        } else {
            action.run();
        }
    }

    /** Nothing goes on from here any more, such as later requests that share a reactive type with this one. */
    void forget() {
        position = null;
    }

    boolean isKnown() {
        return position != null;
    }
}
