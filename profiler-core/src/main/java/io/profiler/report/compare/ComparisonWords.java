// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.internal.BoundedTime;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a comparison comes to, in the same words wherever it is shown.
 *
 * @since 0.1
 */
public final class ComparisonWords {

    private static final int LONGEST_ABOVE = 40;
    static final int LONGEST = 120;
    private static final String CUT = "...";

    private final Comparison comparison;
    private final Signs signs;

    /**
     * Prepares the words of a comparison.
     *
     * @param comparison what is put into words
     * @param charset of the place where the words are shown; a text with a sign that it does not have says it in letters
     */
    public ComparisonWords(Comparison comparison, Charset charset) {
        this.comparison = comparison;
        this.signs = new Signs(charset);
    }

    /** {@return by how much the total changed, or why that tells nothing} */
    public Sentence headline() {
        Side before = comparison.before();
        Side after = comparison.after();
        if (!comparison.areTotalsKnown()) {
            return Sentence.of("Total unknown: the " + unfinished(before, after) + " unfinished");
        }
        String outcome = new Likeness(comparison).outcome();
        if (outcome != null) {
            return Sentence.of("Not alike: " + outcome);
        }
        long by = BoundedTime.minus(after.micros().median(), before.micros().median());
        String share = signs.share(before.micros().median(), after.micros().median());
        return Sentence.of(
                by == 0
                        ? "Total unchanged"
                        : signs.duration(Math.abs(by))
                                + (by > 0 ? " slower" : " faster")
                                + (share.isEmpty() ? "" : ", " + share)
                                + traces());
    }

    private static String unfinished(Side before, Side after) {
        String which = before.isFinished() ? "second" : after.isFinished() ? "first" : "";
        boolean several = which.equals("second") ? after.isSeveral() : before.isSeveral();
        return which.isEmpty() ? "traces are" : which + (several ? " traces are" : " trace is");
    }

    private String traces() {
        return comparison.areSeveral()
                ? " (medians of " + comparison.before().traces().size() + " and "
                        + comparison.after().traces().size() + " traces)"
                : "";
    }

    /** {@return the total of both sides, and of several traces the range} */
    public String totals() {
        return signs.durations(comparison.before().micros(), comparison.after().micros());
    }

    /**
     * {@return what explains the difference, what explains most first, but for callers of what is called far less or more often,
     * which come after that; empty if nothing stands out}
     */
    public List<Sentence> causes() {
        return new Causes(comparison, signs).sentences();
    }

    /** {@return why the traces may not be comparable; empty if nothing speaks against it} */
    public List<Sentence> cautions() {
        return new Cautions(comparison).sentences();
    }

    /**
     * What leads to the spans of a row and what they do, cut where it is long.
     *
     * @param change the row
     * @param separator stands between the steps
     * @return a text of the data, which may hold any characters
     */
    public static String path(Change change, String separator) {
        List<Step> above = change.path().subList(0, change.path().size() - 1);
        Step step = change.step();
        return Stream.concat(
                        above.stream().map(one -> cut(shortWords(one), LONGEST_ABOVE)),
                        Stream.of(cut(step.words(), LONGEST)))
                .collect(Collectors.joining(separator));
    }

    /** A function says more than the layer that it is in. */
    private static String shortWords(Step step) {
        return step.subject() == null || step.subject().isEmpty() ? step.name() : step.subject();
    }

    static String cut(String data, int longest) {
        boolean fits = data.codePointCount(0, data.length()) <= longest;
        return fits ? data : data.substring(0, data.offsetByCodePoints(0, longest)) + CUT;
    }

    /**
     * Writes a difference of times.
     *
     * @param micros in microseconds
     * @return as in {@code +1.20 ms}
     */
    public String difference(long micros) {
        return signs.signedDuration(micros);
    }

    /**
     * Writes a number of both sides.
     *
     * @param before of the first traces
     * @param after of the second traces
     * @return both, or the one that both are; of several traces with their ranges
     */
    public String numbers(Spread before, Spread after) {
        return signs.numbers(before, after);
    }
}
