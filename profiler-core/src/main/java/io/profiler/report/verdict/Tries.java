// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What was done again because it had failed: what begins when its like, below the same span, has ended with an error. */
final class Tries {

    private record Like(int parent, Operation operation, String subject) {}

    private static final Object UNKNOWN = new Object();

    private final Failures failures;
    private final List<List<ReportSpan>> failed = new ArrayList<>();
    private final Set<ReportSpan> tries = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ReportSpan> perhapsMadeGood = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ReportSpan> madeGood = Collections.newSetFromMap(new IdentityHashMap<>());

    private Tries(Failures failures) {
        this.failures = failures;
    }

    /** Takes n steps for n spans. */
    static Tries of(PathTimes times, SpanKinds kinds, Failures failures) {
        Map<Like, List<ReportSpan>> alike = new LinkedHashMap<>();
        for (ReportSpan span : times.onPath(span -> true)) {
            ReportSpan parent = times.parent(span);
            if (parent != null) {
                Like like = new Like(times.number(parent), kinds.operation(span), SpanWords.of(span));
                alike.computeIfAbsent(like, key -> new ArrayList<>()).add(span);
            }
        }
        Tries tries = new Tries(failures);
        alike.values().forEach(tries::add);
        return tries;
    }

    private void add(List<ReportSpan> alike) {
        List<ReportSpan> faults = new ArrayList<>();
        List<ReportSpan> good = new ArrayList<>();
        boolean others = false;
        for (int i = 0; i < alike.size(); i++) {
            ReportSpan span = alike.get(i);
            boolean again = i > 0 && isAgain(alike.get(i - 1), span);
            boolean fault = failures.contain(span);
            others |= !fault && !again;
            if (again || i + 1 < alike.size() && isAgain(span, alike.get(i + 1))) {
                tries.add(span);
                (fault ? faults : good).add(span);
            }
        }
        if (!faults.isEmpty()) {
            failed.add(faults);
            addMadeGood(faults, good, others);
        }
    }

    /** Of many that are alike, of which others did not fail, each may be about something else: then nobody has tried again. */
    private void addMadeGood(List<ReportSpan> faults, List<ReportSpan> good, boolean others) {
        if (good.isEmpty()) {
            return;
        }
        Set<Object> things = others ? things(good) : Set.of();
        for (ReportSpan fault : faults) {
            boolean sure = !others || things.contains(Objects.requireNonNullElse(SameThing.of(fault), UNKNOWN));
            (sure ? madeGood : perhapsMadeGood).add(fault);
        }
    }

    private static Set<Object> things(List<ReportSpan> spans) {
        return spans.stream().map(SameThing::of).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private boolean isAgain(ReportSpan before, ReportSpan span) {
        return failures.contain(before) && before.finishedMicros() <= span.startedMicros();
    }

    boolean contain(ReportSpan span) {
        return tries.contains(span);
    }

    /** Whether a try failed, and a later one did not. */
    boolean haveMadeGood(ReportSpan span) {
        return madeGood.contains(span);
    }

    /** Whether one that is alike did not fail, and nothing tells whether it is about the same. */
    boolean haveMadeGoodPerhaps(ReportSpan span) {
        return perhapsMadeGood.contains(span);
    }

    /** Those that failed, by what was tried. */
    List<List<ReportSpan>> failed() {
        return failed;
    }
}
