// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.SpanChain.Step;
import io.profiler.trace.sample.Stack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which span a look at a thread belongs to. The clock names those that were current while somebody looked. Where there are
 * several, the stack decides by the markers that spans leave on it, and between those that it cannot tell apart the clock.
 */
final class Attribution {

    /** Of the time of a look, what must be a span's if the stack says nothing. */
    private static final double CLEAR_SHARE = 0.95;

    /** One that takes longer was held up before it saw the stack, or after: how long a span was the current one says nothing. */
    private static final long HELD_UP_NANOS = 1_000_000;

    private final Map<SpanCourse, SpanChain> chains = new HashMap<>();

    /** Null if the thread did not work for the request. */
    @Nullable
    Place of(SpanCourse course, long beforeNanos, long afterNanos, Stack stack) {
        SpanChain chain = chains.computeIfAbsent(course, SpanChain::new);
        List<Candidate> candidates = Candidate.of(course, chain, beforeNanos, afterNanos);
        List<Mark> marks = StackMarks.of(stack, functions(candidates));
        Candidate chosen = candidates.size() == 1
                ? candidates.get(0)
                : likeliest(candidates, marks, stack, clearNanos(afterNanos - beforeNanos));
        if (chosen == null) {
            return new Place(null, outer(marks, stack));
        }
        return chosen.isGone() ? null : new Place(chosen.span(), from(chosen, marks, stack));
    }

    private static double clearNanos(long nanos) {
        return nanos > HELD_UP_NANOS ? nanos : CLEAR_SHARE * nanos;
    }

    private static Set<String> functions(List<Candidate> candidates) {
        Set<String> functions = new HashSet<>();
        for (Candidate candidate : candidates) {
            for (Step step : candidate.steps()) {
                if (step.function() != null) {
                    functions.add(step.function());
                }
            }
        }
        return functions;
    }

    /** Null if it cannot be told. */
    private static @Nullable Candidate likeliest(
            List<Candidate> candidates, List<Mark> marks, Stack stack, double clearNanos) {
        Map<Integer, Integer> costs = new HashMap<>();
        int least = Integer.MAX_VALUE;
        for (Candidate candidate : candidates) {
            int cost = costs.computeIfAbsent(
                    candidate.shape(),
                    missing -> Alignment.of(stack, candidate.steps(), marks).cost());
            least = Math.min(least, cost);
        }
        int best = least;
        costs.values().removeIf(cost -> cost > best);
        return longest(candidates, costs.keySet(), clearNanos);
    }

    private static @Nullable Candidate longest(List<Candidate> candidates, Set<Integer> shapes, double clearNanos) {
        Map<Integer, Long> nanos = new HashMap<>();
        Map<Integer, Candidate> longest = new HashMap<>();
        for (Candidate candidate : candidates) {
            int shape = candidate.shape();
            if (shapes.contains(shape)) {
                nanos.merge(shape, candidate.nanos(), Long::sum);
                longest.merge(shape, candidate, (known, next) -> next.nanos() > known.nanos() ? next : known);
            }
        }
        for (Map.Entry<Integer, Candidate> entry : longest.entrySet()) {
            if (shapes.size() == 1 || nanos.getOrDefault(entry.getKey(), 0L) >= clearNanos) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static int from(Candidate candidate, List<Mark> marks, Stack stack) {
        int from = Alignment.of(stack, candidate.steps(), marks).from();
        return from == Alignment.NOWHERE ? outer(marks, stack) : from;
    }

    private static int outer(List<Mark> marks, Stack stack) {
        return !marks.isEmpty() && marks.get(0).marker() == Marker.PLACE
                ? marks.get(0).from()
                : OuterCalls.end(stack);
    }
}
