// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.internal.BoundedTime;
import io.profiler.report.samples.Hotspot;
import java.util.ArrayList;
import java.util.List;

/** What explains the difference between two sides: what is done whose self time changed most. */
final class Causes {

    private static final int MOST = 4;
    private static final int MOST_METHODS = 2;
    private static final double STANDARD_DEVIATIONS = 2;
    private static final double LEAST_SHARE = 0.05;
    private static final double LEAST_SHARE_OF_TOTAL = 0.01;

    private final Comparison comparison;
    private final Signs signs;
    private final long difference;

    Causes(Comparison comparison, Signs signs) {
        this.comparison = comparison;
        this.signs = signs;
        this.difference = BoundedTime.minus(
                comparison.after().micros().median(),
                comparison.before().micros().median());
    }

    List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        List<Change> told = comparison.operations().stream()
                .filter(this::isWorthAWord)
                .limit(MOST)
                .toList();
        for (Change change : CalledFirst.order(told, comparison)) {
            sentences.add(sentence(change, sentences.isEmpty()));
        }
        comparison.methods().methods().stream()
                .filter(change -> isWorthAWord(change) && isNoChance(change))
                .limit(MOST_METHODS)
                .forEach(change -> sentences.add(method(change)));
        return sentences;
    }

    /** Looks fall as they do: of a hundred, ten more or less tell nothing. */
    private static boolean isNoChance(Change change) {
        long before = change.before().count().median();
        long after = change.after().count().median();
        return Math.abs(after - before) >= STANDARD_DEVIATIONS * Math.sqrt(before + after)
                && Math.max(before, after) >= Hotspot.FEWEST_LOOKS;
    }

    private Sentence method(Change change) {
        String looks = signs.numbers(change.before().count(), change.after().count());
        return new Sentence(
                signs.signedDuration(change.selfDifferenceMicros()) + " in the method ",
                List.of(ComparisonWords.cut(change.step().name(), ComparisonWords.LONGEST)),
                " (" + change.step().subject() + "), " + looks + " looks");
    }

    /** What is small beside the difference, and beside what all took, would be chance. */
    private boolean isWorthAWord(Change change) {
        double longest = Math.max(
                comparison.before().micros().median(),
                comparison.after().micros().median());
        double least = Math.max(LEAST_SHARE * Math.abs(difference), LEAST_SHARE_OF_TOTAL * longest);
        return change.isTimeKnown()
                && change.selfDifferenceMicros() != 0
                && Math.abs(change.selfDifferenceMicros()) >= least;
    }

    private Sentence sentence(Change change, boolean first) {
        String by = signs.signedDuration(change.selfDifferenceMicros());
        String of = first && isPart(change) ? " of " + signs.signedDuration(difference) : "";
        return new Sentence(
                by + of + ": ",
                List.of(ComparisonWords.cut(change.step().words(), ComparisonWords.LONGEST)),
                counts(change) + chance(change));
    }

    /** What runs in parallel may have saved more than the whole did. */
    private boolean isPart(Change change) {
        long by = change.selfDifferenceMicros();
        return comparison.areTotalsKnown()
                && Long.signum(by) == Long.signum(difference)
                && Math.abs(by) <= Math.abs(difference);
    }

    private String counts(Change change) {
        Spread before = change.before().count();
        Spread after = change.after().count();
        boolean single = before.equals(after) && after.max() == 1;
        return single ? "" : ", " + signs.numbers(before, after) + (before.equals(after) ? " times" : "");
    }

    private String chance(Change change) {
        return comparison.areSeveral()
                        && change.before().selfMicros().overlaps(change.after().selfMicros())
                ? ", ranges overlap"
                : "";
    }
}
