// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.profiler.trace.TracePosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The scopes in which an observation is current: on any number of threads, and on each as often as it was opened there. */
final class OpenScopes {

    /**
     * One of them.
     *
     * @param moved whether the thread was elsewhere
     * @param before where that was, null if the thread recorded nothing
     */
    record Scope(Thread thread, boolean moved, @Nullable TracePosition before) {}

    private final Deque<Scope> open = new ArrayDeque<>(2);

    synchronized void opened(boolean moved, @Nullable TracePosition before) {
        open.push(new Scope(Thread.currentThread(), moved, before));
    }

    /** The latest one of the present thread; null if there is none. */
    synchronized @Nullable Scope closed() {
        for (Iterator<Scope> scopes = open.iterator(); scopes.hasNext(); ) {
            Scope scope = scopes.next();
            if (scope.thread() == Thread.currentThread()) {
                scopes.remove();
                return scope;
            }
        }
        return null;
    }
}
