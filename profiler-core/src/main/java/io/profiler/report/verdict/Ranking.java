// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is told first, and what the first sentence tells: what explains most of the time, and what came of the request however long
 * that took.
 */
final class Ranking {

    private static final Set<Rule> OUTCOMES = EnumSet.of(Rule.SWALLOWED_ERROR, Rule.AFTER_ANSWER);

    /** They tell where time is; that something is wrong there, its length alone says. */
    private static final Set<Rule> PLACES = EnumSet.of(
            Rule.HOT_METHOD,
            Rule.BEFORE_CONTROLLER,
            Rule.NO_SPAN,
            Rule.ONE_OPERATION,
            Rule.ONE_SPAN,
            Rule.ONE_PHASE,
            Rule.UNASKED);

    private static final long LONG_MICROS = 300_000;

    private Ranking() {}

    /** An outcome is among the first ones, however many others there are. */
    static List<Finding> of(Collection<Finding> found, int most) {
        List<Finding> byTime = found.stream()
                .filter(finding -> !isOutcome(finding))
                .sorted(Comparator.comparingLong(Finding::micros).reversed())
                .toList();
        int before = byTime.isEmpty() || isLess(byTime.get(0)) ? 0 : 1;
        List<Finding> ranked = new ArrayList<>(byTime.subList(0, before));
        found.stream().filter(Ranking::isOutcome).forEach(ranked::add);
        ranked.addAll(byTime.subList(before, byTime.size()));
        return ranked.subList(0, Math.min(most, ranked.size()));
    }

    private static boolean isOutcome(Finding finding) {
        return OUTCOMES.contains(finding.rule());
    }

    /** Whether nobody would look at it before an error that nobody was told of. */
    private static boolean isLess(Finding finding) {
        return PLACES.contains(finding.rule()) && finding.micros() < LONG_MICROS;
    }

    /** How many of ranked findings belong into one sentence: the first, and with outcomes what took most of the time. */
    static int told(List<Finding> ranked) {
        int told = Math.min(1, ranked.size());
        boolean outcomes =
                told < ranked.size() && ranked.subList(0, told + 1).stream().anyMatch(Ranking::isOutcome);
        while (outcomes && told < ranked.size() && isOutcome(ranked.get(told))) {
            told++;
        }
        boolean time = told < ranked.size() && ranked.get(told).micros() > 0;
        return outcomes && time && isOutcome(ranked.get(0)) ? told + 1 : told;
    }

    static Words sentence(List<Finding> ranked) {
        Words sentence = ranked.get(0).words();
        for (Finding finding : ranked.subList(1, told(ranked))) {
            sentence = sentence.and("; ").and(finding.words());
        }
        return sentence;
    }
}
