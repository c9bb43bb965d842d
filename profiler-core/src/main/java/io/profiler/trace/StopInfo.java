// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the end of a span says. It may say less than it was given, but never fails: the span has to end. */
final class StopInfo {

    private StopInfo() {}

    static Map<String, @Nullable Object> of(ActiveTrace trace, @Nullable Map<String, ? extends @Nullable Object> info) {
        try {
            return trace.fit(trace.capture.copy(info));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of();
        }
    }

    static Map<String, @Nullable Object> ofResult(ActiveTrace trace, @Nullable Object result) {
        try {
            return trace.fit(trace.capture.result(result));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of();
        }
    }

    static Map<String, @Nullable Object> ofError(ActiveTrace trace, @Nullable Throwable error) {
        if (error == null) {
            return Map.of();
        }
        try {
            return trace.fit(trace.capture.describe(error));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of("etype", error.getClass().getName());
        }
    }
}
