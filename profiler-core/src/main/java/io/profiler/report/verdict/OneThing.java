// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that ask for what belongs to one thing each, although they name a range or a limit: {@code where product_id = ? and
 * valid_to > ? … limit 1}. Whoever goes on from key to key within one thing names the key in the range.
 */
final class OneThing {

    private static final String COLUMN = "(?<![\\w$])([A-Za-z_$][\\w$]*+)[\"`\\]]?\\s?";
    private static final Pattern EQUAL = Pattern.compile(COLUMN + "=\\s?\\?");
    private static final Pattern FROM = Pattern.compile(COLUMN + ">=?\\s?\\?");

    private static final Pattern REFERENCE = Pattern.compile(
            "(?i:(?:.*_)?(?:u?u?id|guid|[fp]k|key|ref|sku|isbn|ean|slug|code|number|no|email|login|username))"
                    + "|.*(?:Id|Uuid|Key|Ref|Code|Number)");

    /** What nearly every statement of an application names. */
    private static final Pattern WHOSE = Pattern.compile(
            "(?:.*_)?(?:tenant|project|org|organi[sz]ation|company|workspace|realm|domain|shard|partition|region|zone|country|currency"
                    + "|language|status|type)"
                    + "(?:_?(?:u?u?id|key|code|no|ref))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE = Pattern.compile(
            "(?i:(?:.*_)?(?:u?u?id|pk|key|seq|sequence|position|offset|version|cursor|number|no))|.*Id");

    private static final Pattern ONE_ROW = Pattern.compile(
            "\\blimit\\s+1\\b(?!\\s*,)|\\bfetch\\s+(?:first|next)\\s+(?:1\\s+)?rows?\\b|\\btop\\s*+\\(?\\s*+1\\b",
            Pattern.CASE_INSENSITIVE);

    private OneThing() {}

    /** @param what the statement without values */
    static boolean isAskedFor(String what, List<ReportSpan> spans) {
        return isOneRow(spans) || isNamed(what);
    }

    static boolean isNamed(String what) {
        return names(EQUAL, what, false) && !names(FROM, what, true);
    }

    private static boolean names(Pattern condition, String what, boolean place) {
        Matcher columns = condition.matcher(what);
        while (columns.find()) {
            String column = columns.group(1);
            boolean fits = place
                    ? PLACE.matcher(column).matches()
                    : REFERENCE.matcher(column).matches()
                            && !WHOSE.matcher(column).matches();
            if (fits) {
                return true;
            }
        }
        return false;
    }

    /** By what they say, or by what came of them where that is known of all. */
    static boolean isOneRow(List<ReportSpan> spans) {
        String statement = spans.get(0).statement();
        return statement != null && ONE_ROW.matcher(statement).find()
                || spans.stream().map(OneThing::rows).allMatch(rows -> rows.isPresent() && rows.getAsLong() <= 1);
    }

    private static OptionalLong rows(ReportSpan span) {
        return span.events().stream()
                .filter(SpanEvent::isStop)
                .map(event -> event.info().get("db") instanceof Map<?, ?> db ? db.get("returned") : null)
                .filter(Number.class::isInstance)
                .mapToLong(rows -> ((Number) rows).longValue())
                .findFirst();
    }
}
