// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Spans in which somebody waits until a pool or a database gives a connection. */
final class ConnectionWait implements Detector {

    private static final double LEAST_SHARE = 0.1;
    private static final long LEAST_MICROS = 5_000;
    private static final int LONGEST_NAME = 300;

    private static final String VERB =
            "_*(?:do_)?(?:get|acquire|obtain|borrow|checkout|lease|connect|a?wait|waiting|pending)_?"
                    + "(?:conn|connection|resource|object|socket)?";

    /** The profiler's own name, and those that pools give it. A pool of other things may be called so, too, but not by that alone. */
    private static final Pattern NAME = Pattern.compile(
            "db[.]connection"
                    + "|(?:.*[._ -])?(?:get|acquire|obtain|borrow|checkout|lease|request|(?:a?wait|waiting)(?:[._ -]?for)?)[._ -]?"
                    + "(?:(?:an?|db|database|jdbc|pooled|free|available|idle)[._ -]?){0,4}connection"
                    + "|(?:.*[. ])?pool[._ -]" + VERB
                    + "|(?:.*[._ -])?(?:(?:\\w*connection|\\w*conn|\\w*queue|object|genericobject|jedis\\w*|hikari|session"
                    + "|channel|socket|http|db|redis|boundedasync|simpledeque)[_ -]?pool"
                    + "|connections?|_?connectionfairy|\\w*connectionmanager|\\w*connectionprovider|(?:tcp|base)connector)[._ -]"
                    + VERB,
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> find(Evidence evidence) {
        PathTimes times = evidence.times();
        List<ReportSpan> waits = times.onPath(span -> isWait(span) && !isBelowWait(span, times));
        long micros = waits.stream().mapToLong(times::withinMicros).sum();
        if (waits.isEmpty() || !times.isMuch(micros, LEAST_SHARE, LEAST_MICROS)) {
            return List.of();
        }
        evidence.explained().addAll(waits);
        String what = waits.size() == 1
                ? " waiting for a connection"
                : " waiting " + waits.size() + " times for a connection";
        Words words = evidence.amount(micros).and(what).and(source(waits)).and(SpanWords.below(waits, times));
        return List.of(evidence.finding(Rule.CONNECTION, words, waits, micros));
    }

    private static boolean isWait(ReportSpan span) {
        String function = span.function();
        return isName(span.name()) || function != null && isName(function);
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    private static boolean isBelowWait(ReportSpan span, PathTimes times) {
        ReportSpan parent = times.parent(span);
        return parent != null && isWait(parent);
    }

    /** The data source, if it is one. */
    private static Words source(List<ReportSpan> waits) {
        List<String> sources = waits.stream()
                .flatMap(span -> span.events().stream())
                .map(ConnectionWait::source)
                .filter(source -> !source.isEmpty())
                .distinct()
                .toList();
        return sources.size() == 1 ? Words.of(" of ").data(sources.get(0)) : Words.NONE;
    }

    private static String source(SpanEvent event) {
        return event.info().get("db") instanceof Map<?, ?> db ? Objects.toString(db.get("source"), "") : "";
    }
}
