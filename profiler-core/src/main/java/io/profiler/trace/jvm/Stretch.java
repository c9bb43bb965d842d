// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.point.JvmCause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Events of one cause and one span, each of which begins soon after the one before: classes that are loaded one by one, say. */
final class Stretch {

    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final JvmCause cause;
    private final @Nullable String spanId;
    private final long startNanos;
    private long endNanos;
    private long nanos;
    private int count;
    private long longestNanos = -1;
    private @Nullable String what;

    Stretch(JvmEvent first, @Nullable String spanId) {
        this.cause = first.cause();
        this.spanId = spanId;
        this.startNanos = first.startNanos();
        this.endNanos = first.startNanos();
        add(first);
    }

    /** Whether an event, which begins no earlier than those that are here, goes on with them. */
    boolean goesOnWith(JvmEvent event) {
        return event.startNanos() - endNanos <= SOON_NANOS;
    }

    /** What two events have in common counts once: a class has others loaded. */
    void add(JvmEvent event) {
        long from = Math.max(endNanos, event.startNanos());
        nanos += Math.max(0, event.endNanos() - from);
        endNanos = Math.max(endNanos, event.endNanos());
        count++;
        if (event.nanos() > longestNanos) {
            longestNanos = event.nanos();
            what = event.what();
        }
    }

    long nanos() {
        return nanos;
    }

    long startNanos() {
        return startNanos;
    }

    Map<String, @Nullable Object> toInfo(long openedAtNanos) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("cause", cause.word());
        if (spanId != null) {
            info.put("span", spanId);
        }
        info.put("at", TimeUnit.NANOSECONDS.toMicros(startNanos - openedAtNanos));
        info.put("micros", TimeUnit.NANOSECONDS.toMicros(nanos));
        if (count > 1) {
            info.put("count", count);
            info.put("within", TimeUnit.NANOSECONDS.toMicros(endNanos - startNanos));
        }
        if (what != null) {
            info.put("what", what);
        }
        return info;
    }
}
