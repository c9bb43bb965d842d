// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the end of a span says. It may say less than it was given, but never fails: the span has to end. */
final class StopInfo {

    private StopInfo() {}

    private static Map<String, @Nullable Object> of(
            ActiveTrace trace, @Nullable Map<String, ? extends @Nullable Object> info) {
        try {
            return trace.fit(trace.capture.copy(info));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of();
        }
    }

    /** Of what has failed, what it failed with comes last, as nothing else may hide it. */
    static Map<String, @Nullable Object> of(
            ActiveTrace trace, @Nullable Throwable error, @Nullable Map<String, ? extends @Nullable Object> info) {
        if (error == null) {
            return of(trace, info);
        }
        Map<String, @Nullable Object> both = new LinkedHashMap<>(of(trace, info));
        both.putAll(ofError(trace, error));
        return both;
    }

    static Map<String, @Nullable Object> ofResult(ActiveTrace trace, @Nullable Object result) {
        try {
            return trace.fit(trace.capture.result(result));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of();
        }
    }

    private static Map<String, @Nullable Object> ofError(ActiveTrace trace, Throwable error) {
        try {
            return trace.fit(trace.capture.describe(error));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of("etype", error.getClass().getName());
        }
    }
}
