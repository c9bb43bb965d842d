// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;

/** What a listener does, in one of the traces that it does it for. */
record Listened(OpenTrace trace, Span span) {

    /** Where the listener's own spans are. */
    TracePosition inside() {
        TracePosition below = TracePosition.below(span);
        return below == null ? trace.top() : below;
    }

    void end(@Nullable Throwable error) {
        Guard.run(() -> span.stop(error));
        Guard.run(trace.end());
    }
}
