// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;

/**
 * The time in which an observation is current on a thread. Applications close scopes in another order than they opened them,
 * or never: a scope that ends takes those inside it along, and moves no thread that somebody else has moved meanwhile.
 */
final class OpenScope {

    private static final ThreadLocal<@Nullable OpenScope> INNERMOST = new ThreadLocal<>();

    private final ObservedSpan observed;
    private final @Nullable TracePosition before;
    private final boolean moves;
    private final @Nullable OpenScope outer;

    /**
     * @param before where the thread was, null if it recorded nothing
     * @param moves whether that was elsewhere
     */
    private OpenScope(ObservedSpan observed, @Nullable TracePosition before, boolean moves, @Nullable OpenScope outer) {
        this.observed = observed;
        this.before = before;
        this.moves = moves;
        this.outer = outer;
    }

    /** Makes the span the thread's current one, unless the thread is inside of it already. */
    static void begin(ObservedSpan observed) {
        TracePosition before = TracePosition.current();
        boolean moves = !observed.isAround(before);
        INNERMOST.set(new OpenScope(observed, before, moves, INNERMOST.get()));
        if (moves) {
            TracePosition.set(observed.inside());
        }
    }

    /** Ends the latest scope of an observation on this thread, and puts the thread back to where it was before. */
    static void end(ObservedSpan observed) {
        OpenScope innermost = INNERMOST.get();
        OpenScope scope = innermost;
        while (scope != null && scope.observed != observed) {
            scope = scope.outer;
        }
        if (innermost != null && scope != null) {
            leave(scope, innermost);
        }
    }

    private static void leave(OpenScope scope, OpenScope innermost) {
        INNERMOST.set(scope.outer);
        TracePosition present = TracePosition.current();
        for (OpenScope inside = innermost; inside != scope.outer && inside != null; inside = inside.outer) {
            if (inside.moves && inside.observed.isAround(present)) {
                TracePosition.restore(scope.before);
                return;
            }
        }
    }
}
