// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import io.profiler.internal.BoundedTime;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on which a comparison fails, as in {@code total>+20%}: a {@link Figure}, {@code >} or {@code >=}, and a limit. A
 * limit with a sign is one of the difference: {@code +20%} of what the figure was before, or {@code +5}, or {@code +10ms}. One
 * without a sign is one of the figure of the second traces: {@code db.count>10}, {@code total>200ms}.
 *
 * @since 0.1
 */
public final class Condition {

    private static final Pattern GRAMMAR = Pattern.compile(
            "(?<figure>[^<>=]+?)\\s*+(?<operator>>=?)\\s*+(?<sign>[+-]?)(?<number>\\d{1,15}(?:\\.\\d{1,9})?)\\s*+(?<unit>%|us|µs|ms|s)?",
            Pattern.DOTALL);

    private final String text;
    private final Figure figure;
    private final Limit limit;

    private Condition(String text, Figure figure, Limit limit) {
        this.text = text;
        this.figure = figure;
        this.limit = limit;
    }

    /**
     * Reads a condition.
     *
     * @param text the condition
     * @return what it means
     * @throws IllegalArgumentException if it is none; the message says why in one line
     */
    public static Condition parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no condition such as 'total>+20%', 'db.count>+5' or 'db.self>=10ms'");
        }
        Figure figure = Figure.parse(matcher.group("figure"));
        String sign = matcher.group("sign");
        Limit limit = new Limit(
                matcher.group("operator").equals(">="),
                !sign.isEmpty(),
                Double.parseDouble(sign + matcher.group("number")),
                matcher.group("unit") == null ? "" : matcher.group("unit"));
        String problem = limit.problem(figure.isTime());
        if (problem != null) {
            throw new IllegalArgumentException("'" + text + "': " + problem);
        }
        return new Condition(text.strip(), figure, limit);
    }

    /**
     * Says whether a comparison fails: if the limit is exceeded, or nobody knows, because spans are unfinished or lost, no trace has a
     * span of the name, only one side was answered with an error, or the requests differ.
     *
     * @param comparison the comparison
     * @param charset of the place where the line is shown
     * @return why it fails, in one line that begins with the condition; null if it does not
     */
    public @Nullable String failure(Comparison comparison, Charset charset) {
        String problem = figure.problem(comparison);
        if (problem != null) {
            return unknown(problem);
        }
        Spread before = figure.before(comparison);
        Spread after = figure.after(comparison);
        if (limit.isExceeded(figure.judged(before), figure.judged(after))) {
            return text + ": " + words(before, after, new Signs(charset));
        }
        String unlike = new Likeness(comparison).problem();
        return unlike == null ? null : unknown(unlike);
    }

    private String unknown(String why) {
        return text + ": unknown, because " + why;
    }

    private String words(Spread before, Spread after, Signs signs) {
        String figures = figure.isTime() ? signs.durations(before, after) : signs.numbers(before, after);
        long was = figure.judged(before);
        long by = BoundedTime.minus(figure.judged(after), was);
        String share = signs.share(was, figure.judged(after));
        return figures + ", " + (figure.isTime() ? signs.signedDuration(by) : signs.signedNumber(by))
                + (share.isEmpty() ? "" : ", " + share);
    }

    /** {@return the condition as it was written} */
    @Override
    public String toString() {
        return text;
    }
}
