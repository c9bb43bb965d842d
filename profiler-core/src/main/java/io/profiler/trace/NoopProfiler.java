// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.propagation.TraceContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class NoopProfiler implements Profiler {

    @Override
    public ProfiledScope open(TraceContext context) {
        return ProfiledScope.NOOP;
    }

    @Override
    public Span start(String name, Map<String, ? extends @Nullable Object> info) {
        return Span.NOOP;
    }

    @Override
    public Optional<TraceContext> context() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "NoopProfiler";
    }
}
