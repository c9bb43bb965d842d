// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the starts of many spans say, looked through for what is secret once. */
final class PreparedStart {

    final ArgumentCapture capture;
    final SpanTemplate template;
    private final Info own;
    private final Info shared;

    /** Whether a span is there that answers for the memory of what all of them say. */
    private volatile boolean answeredFor;

    PreparedStart(ActiveTrace trace, String name, Map<String, ? extends @Nullable Object> info) {
        this.capture = trace.capture;
        this.template = trace.template(name);
        this.own = Info.own(trace.capture.copy(info));
        this.shared = Info.shared(own.members());
    }

    Map<String, @Nullable Object> members() {
        return own.members();
    }

    /** As much of it as the trace has room for. */
    Info info(ActiveTrace trace) {
        Map<String, @Nullable Object> fitted = trace.fit(own.members());
        if (fitted != own.members()) {
            return Info.own(fitted);
        }
        if (answeredFor) {
            return shared;
        }
        answeredFor = true;
        return own;
    }
}
