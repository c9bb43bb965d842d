// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.sample.Kind;
import io.profiler.trace.sample.LookReader;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Samples;
import io.profiler.trace.sample.Stack;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out of each look at a request where it belongs, for the topmost span that tells it. Not thread-safe. */
final class LookAttributor implements LookReader {

    private final Looks looks;
    private final TopEnd end;
    private final ActiveTrace trace;
    private final Attribution attribution = new Attribution();
    private final Samples samples = new Samples();

    LookAttributor(Looks looks, TopEnd end) {
        this.looks = looks;
        this.end = end;
        this.trace = end.span.trace;
    }

    /** What its stop says of them. */
    Map<String, @Nullable Object> tell() {
        looks.read(this);
        return samples.toInfo(looks, trace.clock.openedAtNanos(), end.fromNanos, end.elapsedNanos);
    }

    @Override
    public void look(Object key, long beforeNanos, long afterNanos, Stack stack, Kind kind) {
        long elapsed = trace.clock.elapsedNanosAt(afterNanos);
        boolean isTold = elapsed <= end.elapsedNanos && (end.fromNanos == 0 || elapsed > end.fromNanos);
        Place place = isTold ? place(key, beforeNanos, afterNanos, stack) : null;
        if (place != null) {
            String spanId = place.span() == null ? null : place.span().id();
            long middle = beforeNanos + (afterNanos - beforeNanos) / 2;
            samples.add(spanId, stack, place.from(), kind, trace.clock.elapsedNanosAt(middle));
        }
    }

    /** A thread of which nobody has recorded spans is in the only one that there is. */
    private @Nullable Place place(Object key, long beforeNanos, long afterNanos, Stack stack) {
        return key instanceof SpanCourse course
                ? attribution.of(course, beforeNanos, afterNanos, stack)
                : new Place(end.span, OuterCalls.end(stack));
    }
}
