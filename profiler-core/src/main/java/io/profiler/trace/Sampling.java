// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.sample.Kind;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Samples;
import io.profiler.trace.sample.Stack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The looks at one request, from its beginning in this service to the end of its topmost span. To whom they belong is found
 * out by whoever makes the point that tells them, and never on a thread of the request. Thread-safe.
 */
final class Sampling {

    /** What the stop of the topmost span says of them. */
    static final String MEMBER = "samples";

    /** What is said of a request that the sampler did not take. */
    private static final Map<String, Object> REFUSED = Map.of("taken", 0, "left_out", 0, "refused", true);

    private final Looks looks;
    private final @Nullable JvmWitness witness;
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private @Nullable Map<String, @Nullable Object> told;
    private volatile boolean forgotten;

    /** The end of the span that tells. */
    private record End(RecordedSpan span, long elapsedNanos) {}

    Sampling(Looks looks, @Nullable JvmWitness witness) {
        this.looks = looks;
        this.witness = witness;
    }

    /** Tells those who look at the thread that a lambda is called inside the span that was begun last. */
    static Span aroundLambda(Span span) {
        if (span instanceof RecordedSpan recorded && recorded.trace.sampling != null) {
            Recorder recorder = CurrentRecorder.of(recorded.trace);
            if (recorder != null && recorder.watch != null) {
                recorder.watch.isAroundLambda();
            }
        }
        return span;
    }

    Timeline timeline(boolean evenIfNobodyLooks) {
        Timeline timeline = new Timeline(looks, evenIfNobodyLooks, witness);
        if (witness != null) {
            witness.follow(timeline);
        }
        return timeline;
    }

    /** The first topmost span that ends is the one that tells. */
    void end(RecordedSpan span, long elapsedNanos) {
        looks.end();
        if (end.compareAndSet(null, new End(span, elapsedNanos)) && witness != null) {
            witness.ended(span, elapsedNanos);
        }
    }

    /** Leaves out the samples that the stop of a span tells, if it does: a stop without them needs less room. */
    static boolean forgetFor(RecordedSpan span) {
        Sampling sampling = span.parent == null ? span.trace.sampling : null;
        if (sampling == null || sampling.bytes(span) == 0) {
            return false;
        }
        sampling.forgotten = true;
        return true;
    }

    /** Most bytes that the stop of a span holds beside what it says itself. */
    int bytes(RecordedSpan span) {
        End top = end.get();
        return !forgotten && top != null && top.span() == span ? Samples.LONGEST : 0;
    }

    /** What the stop of a topmost span says of looks that were wanted in vain. */
    static Map<String, @Nullable Object> addRefusal(Map<String, @Nullable Object> info) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(info);
        more.put(MEMBER, REFUSED);
        return more;
    }

    /** What the stop of a span says, with the samples if it is the one that tells them. */
    Map<String, @Nullable Object> addTo(RecordedSpan span, Map<String, @Nullable Object> info) {
        End top = end.get();
        if (forgotten || top == null || top.span() != span) {
            return info;
        }
        try {
            Map<String, @Nullable Object> more = new LinkedHashMap<>(info);
            more.put(MEMBER, told(top));
            return more;
        } catch (Throwable fault) {
            Faults.report(fault);
            return info;
        }
    }

    private synchronized Map<String, @Nullable Object> told(End top) {
        if (told == null) {
            told = new Telling(top).tell();
        }
        return told;
    }

    /** Finds out for each look where it belongs. */
    private final class Telling implements Looks.Reader {

        private final RecordedSpan top;
        private final ActiveTrace trace;
        private final long endedNanos;
        private final Attribution attribution = new Attribution();
        private final Samples samples = new Samples();

        Telling(End end) {
            this.top = end.span();
            this.trace = top.trace;
            this.endedNanos = end.elapsedNanos();
        }

        Map<String, @Nullable Object> tell() {
            looks.read(this);
            return samples.toInfo(looks, trace.openedAtNanos());
        }

        @Override
        public void look(Object key, long beforeNanos, long afterNanos, Stack stack, Kind kind) {
            long elapsed = trace.elapsedNanosAt(afterNanos);
            Place place = elapsed > endedNanos ? null : place(key, beforeNanos, afterNanos, stack);
            if (place != null) {
                String spanId = place.span() == null ? null : place.span().id();
                long middle = beforeNanos + (afterNanos - beforeNanos) / 2;
                samples.add(spanId, stack, place.from(), kind, trace.elapsedNanosAt(middle));
            }
        }

        /** A thread of which nobody has recorded spans is in the only one that there is. */
        private @Nullable Place place(Object key, long beforeNanos, long afterNanos, Stack stack) {
            return key instanceof Timeline timeline
                    ? attribution.of(timeline, beforeNanos, afterNanos, stack)
                    : new Place(top, OuterCalls.end(stack));
        }
    }
}
