// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.SampleReport;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Samples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The looks at one request, from its beginning in this service to the end of its topmost span, or to its own where that is told.
 * To whom they belong is found out by whoever makes the point that tells them, and never on a thread of the request. Thread-safe.
 */
final class Sampling {

    /** What is said of a request that the sampler did not take. */
    private static final Map<String, Object> REFUSED = Map.of("taken", 0, "left_out", 0, "refused", true);

    /** Spans at the top that tell, of a request without one around it. */
    private static final int MOST_ENDS = 8;

    private final Looks looks;
    private final @Nullable JvmWitness witness;
    private final AtomicReference<@Nullable TopEnd> last = new AtomicReference<>();

    Sampling(Looks looks, @Nullable JvmWitness witness) {
        this.looks = looks;
        this.witness = witness;
    }

    /** Tells those who look at the thread that a lambda is called inside the span that was begun last. */
    static Span aroundLambda(Span span) {
        if (span instanceof RecordedSpan recorded && recorded.trace.sampling != null) {
            Recorder recorder = CurrentRecorder.of(recorded.trace);
            if (recorder != null && recorder.watch != null) {
                recorder.watch.markLambda();
            }
        }
        return span;
    }

    Timeline timeline(boolean evenIfNobodyLooks) {
        Timeline timeline = new Timeline(looks, evenIfNobodyLooks, witness);
        if (witness != null) {
            witness.follow(timeline.course());
        }
        return timeline;
    }

    /**
     * A topmost span ends. The first one tells; so do some others of a request that goes on.
     *
     * @param goesOn whether somebody will say when the request has ended
     */
    void topEnds(RecordedSpan span, long elapsedNanos, boolean goesOn) {
        if (!goesOn) {
            looks.end();
        }
        TopEnd before = last.get();
        while (before == null || goesOn && before.number() < MOST_ENDS) {
            TopEnd next = new TopEnd(span, elapsedNanos, before);
            if (last.compareAndSet(before, next)) {
                tell(next);
                break;
            }
            before = last.get();
        }
        if (!goesOn) {
            end();
        }
    }

    private void tell(TopEnd end) {
        if (witness != null) {
            witness.tell(end);
        }
    }

    /** The request has ended. */
    void end() {
        looks.end();
        if (witness != null) {
            witness.end();
        }
    }

    /** Leaves out the samples that the stop of a span tells, if it does: a stop without them needs less room. */
    static boolean forgetFor(RecordedSpan span) {
        Sampling sampling = span.parent == null ? span.trace.sampling : null;
        TopEnd end = sampling == null ? null : sampling.telling(span);
        if (end == null) {
            return false;
        }
        end.forgotten = true;
        return true;
    }

    private @Nullable TopEnd telling(RecordedSpan span) {
        TopEnd end = TopEnd.of(span, last.get());
        return end == null || end.forgotten ? null : end;
    }

    /** Most bytes that the stop of a span holds beside what it says itself. */
    int bytes(RecordedSpan span) {
        return telling(span) == null ? 0 : Samples.LONGEST;
    }

    /** What the stop of a topmost span says of looks that were wanted in vain. */
    static Map<String, @Nullable Object> addRefusal(Map<String, @Nullable Object> info) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(info);
        more.put(SampleReport.MEMBER, REFUSED);
        return more;
    }

    /** What the stop of a span says, with the samples if it is the one that tells them. */
    Map<String, @Nullable Object> addTo(RecordedSpan span, Map<String, @Nullable Object> info) {
        TopEnd end = telling(span);
        if (end == null) {
            return info;
        }
        try {
            Map<String, @Nullable Object> more = new LinkedHashMap<>(info);
            more.put(SampleReport.MEMBER, told(end));
            return more;
        } catch (Throwable fault) {
            Faults.report(fault);
            return info;
        }
    }

    private synchronized Map<String, @Nullable Object> told(TopEnd end) {
        Map<String, @Nullable Object> known = end.told;
        if (known == null) {
            known = new LookAttributor(looks, end).tell();
            end.told = known;
        }
        return known;
    }
}
