// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.ProfilerThreadLocalAccessor;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;
import org.jspecify.annotations.Nullable;

/** A place in the trace, which a coroutine takes to each thread that it goes on. */
final class PositionElement extends AbstractCoroutineContextElement implements ThreadContextElement<@Nullable Object> {

    private static final Key<PositionElement> KEY = new Key<>() {};
    private static final ProfilerThreadLocalAccessor THREAD = new ProfilerThreadLocalAccessor();

    private final @Nullable Object position;

    private PositionElement(@Nullable Object position) {
        super(KEY);
        this.position = position;
    }

    /** Where the thread is. */
    static PositionElement ofThread() {
        return new PositionElement(THREAD.getValue());
    }

    @Override
    public @Nullable Object updateThreadContext(CoroutineContext context) {
        Object before = THREAD.getValue();
        set(position);
        return before;
    }

    @Override
    public void restoreThreadContext(CoroutineContext context, @Nullable Object before) {
        set(before);
    }

    private static void set(@Nullable Object next) {
        if (next == null) {
            THREAD.setValue();
        } else {
            THREAD.setValue(next);
        }
    }
}
