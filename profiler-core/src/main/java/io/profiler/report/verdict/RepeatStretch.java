// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.Preparation;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The critical path from the first of calls that do the same to the last. What their callers do after each of them, as JPA does
 * that makes objects of rows, is part of what they cost, though nobody can tell how much of it.
 */
final class RepeatStretch {

    private static final long LEAST_MICROS = 2_000;
    private static final double MOST_OF_OTHERS = 0.1;
    /** What is done once in the midst of them is not for their number. */
    private static final double LONGEST_PAUSE = 0.5;

    private final Evidence evidence;
    private final Predicate<ReportSpan> toldOf;
    private final Operation operation;
    private final BitSet calls = new BitSet();
    private final BitSet callers = new BitSet();
    private long ofCalls;
    private long ofCallers;
    private long ofOthers;
    private long pause;
    private long longestPause;

    private RepeatStretch(List<ReportSpan> spans, Predicate<ReportSpan> toldOf, Evidence evidence) {
        this.evidence = evidence;
        this.toldOf = toldOf;
        this.operation = execution(spans.get(0));
        PathTimes times = evidence.times();
        ReportSpan above = times.above(spans);
        for (ReportSpan span : spans) {
            calls.set(times.number(span), times.end(span));
            addCallers(span, above);
        }
    }

    /**
     * As in {@code  (41.0 ms from the first to the last)}; empty where the calls themselves take most of it.
     *
     * @param toldOf callers that are told of by themselves
     */
    static String words(List<ReportSpan> spans, Predicate<ReportSpan> toldOf, Evidence evidence) {
        RepeatStretch stretch = new RepeatStretch(spans, toldOf, evidence);
        stretch.walk(spans);
        return stretch.isWorthAWord()
                ? " (" + Amount.of(stretch.ofCalls + stretch.ofCallers + stretch.ofOthers)
                        + " from the first to the last)"
                : "";
    }

    private Operation execution(ReportSpan span) {
        return Preparation.withExecution(evidence.kinds().operation(span));
    }

    /** All that lead to a call, up to the one that leads to all of them. */
    private void addCallers(ReportSpan call, @Nullable ReportSpan top) {
        ReportSpan caller = top == null ? null : evidence.times().parent(call);
        while (caller != null && !callers.get(evidence.times().number(caller))) {
            callers.set(evidence.times().number(caller));
            caller = caller == top ? null : evidence.times().parent(caller);
        }
    }

    private void walk(List<ReportSpan> spans) {
        long from =
                spans.stream().mapToLong(evidence.extents()::fromMicros).min().orElse(0);
        long to = spans.stream().mapToLong(evidence.extents()::toMicros).max().orElse(0);
        List<PathPart> path = evidence.parts();
        int first = TimeOrder.firstFrom(path, from, PathPart::fromMicros);
        for (int i = first; i < path.size() && path.get(i).toMicros() <= to; i++) {
            add(path.get(i));
        }
    }

    private void add(PathPart part) {
        int number = evidence.times().number(part.span());
        if (calls.get(number) || execution(part.span()).equals(operation)) {
            ofCalls += part.durationMicros();
            pause = 0;
        } else if (callers.get(number) && !toldOf.test(part.span())) {
            ofCallers += part.durationMicros();
            pause += part.durationMicros();
            longestPause = Math.max(longestPause, pause);
        } else {
            ofOthers += part.durationMicros();
        }
    }

    private boolean isWorthAWord() {
        return ofCallers >= LEAST_MICROS
                && ofCallers >= ofCalls
                && longestPause <= LONGEST_PAUSE * ofCallers
                && ofOthers <= MOST_OF_OTHERS * (ofCalls + ofCallers);
    }
}
