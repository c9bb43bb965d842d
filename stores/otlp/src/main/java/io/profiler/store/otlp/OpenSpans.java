// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import io.profiler.internal.OccasionalLog;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Starts whose stop has not come yet: OTLP has no half spans. Bounded; the oldest beyond the bound are made into spans
 * that say that they are unfinished. Not thread-safe.
 */
final class OpenSpans {

    /** Made of a batch, and what is open after it, once the spans are sent. */
    record Outcome(List<OtlpSpan> spans, Map<String, TracePoint> open, int points, int unreadable) {}

    private final int capacity;
    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(OpenSpans.class));
    private Map<String, TracePoint> open = new LinkedHashMap<>();

    OpenSpans(int capacity) {
        this.capacity = capacity;
    }

    /** Changes nothing, because the same batch may come again. OTLP has no place for a manifest. */
    Outcome join(List<TracePoint> points) {
        Map<String, TracePoint> after = new LinkedHashMap<>(open);
        Collected collected = new Collected();
        for (TracePoint point : points) {
            if (point.isManifest()) {
                continue;
            }
            if (point.isStop()) {
                collected.add(after.remove(point.traceId()), point);
            } else {
                after.putIfAbsent(point.traceId(), point);
            }
        }
        Iterator<TracePoint> oldest = after.values().iterator();
        while (after.size() > capacity) {
            collected.add(oldest.next(), null);
            oldest.remove();
        }
        return new Outcome(collected.spans, after, collected.points, collected.unreadable);
    }

    /** Everything that is open, as unfinished. */
    Outcome all() {
        Collected collected = new Collected();
        open.values().forEach(start -> collected.add(start, null));
        return new Outcome(collected.spans, new LinkedHashMap<>(), collected.points, collected.unreadable);
    }

    void settle(Outcome outcome) {
        open = outcome.open();
    }

    private final class Collected {

        private final List<OtlpSpan> spans = new ArrayList<>();
        private int points;
        private int unreadable;

        void add(@Nullable TracePoint start, @Nullable TracePoint stop) {
            int count = (start == null ? 0 : 1) + (stop == null ? 0 : 1);
            points += count;
            try {
                spans.add(OtlpSpan.of(start, stop));
            } catch (RuntimeException unwritable) {
                unreadable += count;
                log.warn("A span cannot be sent by OTLP and is dropped", unwritable);
            }
        }
    }
}
