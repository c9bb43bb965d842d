// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.memory;

import io.profiler.point.PointSize;
import io.profiler.point.TracePoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Traces within a capacity, from the one that was written to longest ago to the one that was written to last. Not thread-safe. */
final class KeptTraces {

    private final Capacity capacity;
    private final Map<String, KeptTrace> traces = new LinkedHashMap<>();
    private long points;
    private long characters;
    private long changes;

    KeptTraces(Capacity capacity) {
        this.capacity = capacity;
    }

    /** False if there is no room, though no other trace is left. */
    boolean add(TracePoint point) {
        KeptTrace known = traces.get(point.baseId());
        if (known != null && known.has(point)) {
            return true;
        }
        long itsCharacters = PointSize.characters(point);
        KeptTrace trace = lastWritten(point.baseId());
        if (!makeRoom(itsCharacters, trace)) {
            removeIfEmpty(point.baseId(), trace);
            return false;
        }
        trace.add(point, itsCharacters, Instant.now());
        points++;
        characters += itsCharacters;
        changes++;
        return true;
    }

    private KeptTrace lastWritten(String baseId) {
        KeptTrace known = traces.remove(baseId);
        KeptTrace trace = known == null ? new KeptTrace() : known;
        traces.put(baseId, trace);
        return trace;
    }

    private boolean makeRoom(long newCharacters, KeptTrace writing) {
        boolean fitsAlone =
                writing.size() < capacity.points() && newCharacters <= capacity.characters() - writing.characters();
        Iterator<KeptTrace> oldest = traces.values().iterator();
        while (fitsAlone && (points >= capacity.points() || newCharacters > capacity.characters() - characters)) {
            forget(oldest.next());
            oldest.remove();
        }
        return fitsAlone;
    }

    private void removeIfEmpty(String baseId, KeptTrace trace) {
        if (trace.size() == 0) {
            traces.remove(baseId);
        }
    }

    /** Those that nobody has written to since then; null for none. */
    void removeBefore(@Nullable Instant cutoff) {
        if (cutoff == null) {
            return;
        }
        Iterator<KeptTrace> oldest = traces.values().iterator();
        while (oldest.hasNext()) {
            KeptTrace trace = oldest.next();
            if (!trace.isBefore(cutoff)) {
                return;
            }
            oldest.remove();
            forget(trace);
        }
    }

    private void forget(KeptTrace trace) {
        points -= trace.size();
        characters -= trace.characters();
        changes++;
    }

    /** How many points there were. */
    long remove(String baseId) {
        KeptTrace trace = traces.remove(baseId);
        if (trace == null) {
            return 0;
        }
        forget(trace);
        return trace.size();
    }

    /** Puts the trace of a point that was added among the failed ones. */
    void failed(TracePoint point) {
        KeptTrace trace = traces.get(point.baseId());
        if (trace != null) {
            trace.failed(point.timestamp());
        }
    }

    /** Ids of failed traces, and when they failed last. */
    Map<String, String> lastErrors() {
        Map<String, String> failed = new LinkedHashMap<>();
        traces.forEach((id, trace) -> {
            String lastError = trace.lastError();
            if (lastError != null) {
                failed.put(id, lastError);
            }
        });
        return failed;
    }

    Collection<TracePoint> of(String baseId) {
        KeptTrace trace = traces.get(baseId);
        return trace == null ? List.of() : trace.points();
    }

    Set<String> ids() {
        return traces.keySet();
    }

    /** Another text after each change. */
    String changes() {
        return String.valueOf(changes);
    }
}
