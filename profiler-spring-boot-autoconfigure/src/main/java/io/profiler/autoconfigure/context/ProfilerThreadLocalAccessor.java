// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.context;

import io.micrometer.context.ThreadLocalAccessor;
import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;

/**
 * Carries the place in the trace across threads, for everything that uses Micrometer's context propagation: Reactor,
 * Spring's {@code ContextPropagatingTaskDecorator}, wrapped executors. Found by {@link java.util.ServiceLoader}.
 *
 * @since 0.1
 */
public final class ProfilerThreadLocalAccessor implements ThreadLocalAccessor<TracePosition> {

    @Override
    public Object key() {
        return CarriedPosition.KEY;
    }

    @Override
    public @Nullable TracePosition getValue() {
        return TracePosition.current();
    }

    @Override
    public void setValue(TracePosition position) {
        TracePosition.set(position);
    }

    @Override
    public void setValue() {
        TracePosition.set(null);
    }

    @Override
    public void restore(TracePosition before) {
        TracePosition.restore(before);
    }
}
