// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.completion;

import io.profiler.trace.TracePosition;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;
import org.jspecify.annotations.Nullable;

/** A place in the trace, which a coroutine takes to each thread that it goes on. */
final class PositionElement extends AbstractCoroutineContextElement
        implements ThreadContextElement<@Nullable TracePosition> {

    private static final Key<PositionElement> KEY = new Key<>() {};

    private final @Nullable TracePosition position;

    private PositionElement(@Nullable TracePosition position) {
        super(KEY);
        this.position = position;
    }

    /** Where the thread is. */
    static PositionElement ofThread() {
        return new PositionElement(TracePosition.current());
    }

    @Override
    public @Nullable TracePosition updateThreadContext(CoroutineContext context) {
        TracePosition before = TracePosition.current();
        TracePosition.set(position);
        return before;
    }

    @Override
    public void restoreThreadContext(CoroutineContext context, @Nullable TracePosition before) {
        TracePosition.restore(before);
    }
}
