// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the end of a span says. It may say less than it was given, but never fails: the span has to end. */
final class StopInfo {

    private StopInfo() {}

    /** Nothing, if it cannot be told. */
    static Info of(Supplier<Map<String, @Nullable Object>> members) {
        try {
            return Info.own(members.get());
        } catch (Throwable fault) {
            Faults.report(fault);
            return Info.NONE;
        }
    }

    static Info of(
            ActiveTrace trace, @Nullable Throwable error, @Nullable Map<String, ? extends @Nullable Object> info) {
        return of(() -> error == null ? copied(trace, info) : withError(trace, error, info));
    }

    static Info ofResult(ActiveTrace trace, @Nullable Object result) {
        return of(() -> trace.fit(trace.capture.result(result)));
    }

    /** Of what has failed, what it failed with comes last, as nothing else may hide it. */
    private static Map<String, @Nullable Object> withError(
            ActiveTrace trace, Throwable error, @Nullable Map<String, ? extends @Nullable Object> info) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>(copied(trace, info));
        both.putAll(ofError(trace, error));
        return both;
    }

    private static Map<String, @Nullable Object> copied(
            ActiveTrace trace, @Nullable Map<String, ? extends @Nullable Object> info) {
        try {
            return trace.fit(trace.capture.copy(info));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of();
        }
    }

    private static Map<String, @Nullable Object> ofError(ActiveTrace trace, Throwable error) {
        try {
            Map<String, @Nullable Object> members = trace.capture.describe(error);
            String stack = stack(trace, error);
            if (stack != null) {
                members.put("stack", stack);
            }
            return trace.fit(members);
        } catch (Throwable fault) {
            Faults.report(fault);
            return Map.of("etype", error.getClass().getName());
        }
    }

    /** Where there is none that can be told, the error itself still is. */
    private static @Nullable String stack(ActiveTrace trace, Throwable error) {
        try {
            return CurrentRecorder.unrecorded(() -> trace.errorStacks.tellOnce(error, trace.capture));
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }
}
