// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

final class NoopSpan implements Span {

    @Override
    public void stop() {}

    @Override
    public void stop(@Nullable Throwable error, Map<String, ? extends @Nullable Object> info) {}

    @Override
    public void stopAt(long nanoTime, @Nullable Throwable error, Map<String, ? extends @Nullable Object> info) {}

    @Override
    public void detach() {}

    @Override
    public String toString() {
        return "NoopSpan";
    }
}
