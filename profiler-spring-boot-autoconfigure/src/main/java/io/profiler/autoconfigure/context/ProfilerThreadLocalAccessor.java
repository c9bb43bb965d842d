// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.context;

import io.micrometer.context.ThreadLocalAccessor;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;

/**
 * Carries the place in the trace across threads, for everything that uses Micrometer's context propagation: Reactor,
 * Spring's {@code ContextPropagatingTaskDecorator}, wrapped executors. Found by {@link java.util.ServiceLoader}.
 *
 * @since 0.1
 */
public final class ProfilerThreadLocalAccessor implements ThreadLocalAccessor<Object> {

    /** Key of the value in a context. */
    public static final String KEY = "io.profiler";

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable Object getValue() {
        return TracePosition.current();
    }

    @Override
    public void setValue(Object position) {
        TracePosition.set((TracePosition) position);
    }

    @Override
    public void setValue() {
        TracePosition.set(null);
    }

    @Override
    public void restore(Object before) {
        TracePosition.restore((TracePosition) before);
    }
}
