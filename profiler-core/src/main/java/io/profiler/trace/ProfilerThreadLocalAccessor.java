// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Carries the place in the trace across threads, for everything that uses Micrometer's context propagation: Reactor,
 * Spring's {@code ContextPropagatingTaskDecorator}, wrapped executors. Found by {@link java.util.ServiceLoader}.
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
        Recorder recorder = Recorder.current();
        return recorder == null ? null : recorder.position();
    }

    @Override
    public void setValue(Object position) {
        Recorder.replace(Recorder.at((TracePosition) position));
    }

    @Override
    public void setValue() {
        Recorder.replace(null);
    }
}
