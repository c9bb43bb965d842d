// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What deals with many things at once, so that it takes several of them: a statement with a list of keys, for all from a key on,
 * for those of a range, or for a page, a batch, the rest of a cursor.
 */
final class Portions {

    private static final Pattern LIST = Pattern.compile("\\bin\\s?\\(|=\\s?any\\s?\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_OF_MANY = Pattern.compile(
            "\\bin\\s*\\((?!\\s*(?:\\?|\\$?[0-9]+|'[^']*')\\s*\\))|=\\s*any\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE = Pattern.compile("(?<![<>!])=\\s?\\?");
    private static final Pattern FROM_A_KEY = Pattern.compile(">=?\\s?\\(?\\?");
    private static final Pattern BETWEEN = Pattern.compile("\\bbetween \\? and \\?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile(">=?\\s?\\?");
    private static final Pattern TO = Pattern.compile("<=?\\s?\\?");
    private static final Pattern SUM = Pattern.compile("\\b(?:count|sum|avg|min|max)\\s?\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern SO_MANY =
            Pattern.compile("\\b(?:limit|fetch first|fetch next|top)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PAGE =
            Pattern.compile("\\boffset\\s?\\?|\\blimit\\s?\\?\\s?,\\s?\\?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURSOR = Pattern.compile(
            "(?:getMore|[hsz]?scan|fetch|x?readgroup|xread)\\b(?![.]).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whoever turns the pages of one thing turns few of them. */
    private static final int MANY = 20;

    private Portions() {}

    /** Whether a span sent a batch. */
    static boolean isBatch(ReportSpan span) {
        return span.events().stream()
                .anyMatch(event -> event.info().get("db") instanceof Map<?, ?> db && db.containsKey("batch"));
    }

    /** Whether spans do it that all do the same. */
    static boolean are(Operation operation, List<ReportSpan> spans) {
        String what = operation.what();
        return what != null
                && (CURSOR.matcher(what).matches()
                        || arePages(what, spans)
                        || isFromAKey(what) && !OneThing.isAskedFor(what, spans)
                        || haveLists(what, spans) && !OneThing.isNamed(what)
                        || !ONE.matcher(what).find() && isRange(what));
    }

    private static boolean arePages(String what, List<ReportSpan> spans) {
        return PAGE.matcher(what).find()
                && !OneThing.isOneRow(spans)
                && (spans.size() < MANY || !OneThing.isNamed(what));
    }

    private static boolean isFromAKey(String what) {
        return FROM_A_KEY.matcher(what).find() && SO_MANY.matcher(what).find();
    }

    private static boolean isRange(String what) {
        Matcher from = FROM.matcher(what);
        return (BETWEEN.matcher(what).find() || from.find() && TO.matcher(what).find(from.end()))
                && !SUM.matcher(what).find();
    }

    /** A list that holds one key each time is none. */
    private static boolean haveLists(String what, List<ReportSpan> spans) {
        return LIST.matcher(what).find()
                && spans.stream()
                        .map(ReportSpan::statement)
                        .anyMatch(statement -> statement == null
                                || LIST_OF_MANY.matcher(statement).find());
    }
}
