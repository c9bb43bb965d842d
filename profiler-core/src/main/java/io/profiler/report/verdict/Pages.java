// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Calls that ask another service for one page after another: they differ in where the page begins, and in nothing else. A parameter
 * that has the name of such a place alone tells nothing: a range of time has a start, too.
 */
final class Pages {

    private static final Pattern PLACE = Pattern.compile(
            "[?&](?:page|cursor|offset|after|start|skip|marker|next|scroll|(?:next[-_]?)?page[-_]?(?:token|number))"
                    + "(?:%5B\\w*%5D|\\[\\w*\\])?=([^&#]*)",
            Pattern.CASE_INSENSITIVE);

    /** What changes with where a page begins. */
    private static final Pattern END =
            Pattern.compile("[?&](?:end|to|until|before|limit|size|per_page|count)=[^&#]*", Pattern.CASE_INSENSITIVE);

    private record Kind(int occasion, String name, String rest) {}

    private record Page(ReportSpan span, List<String> places) {}

    private final Set<ReportSpan> spans = Collections.newSetFromMap(new IdentityHashMap<>());

    private Pages() {}

    /** Takes n steps for n spans. */
    static Pages of(Report report, PathTimes times, SpanKinds kinds) {
        Map<Kind, List<Page>> alike = new LinkedHashMap<>();
        for (PlacedSpan placed : report.depthFirst()) {
            ReportSpan span = placed.span();
            String request = Objects.requireNonNullElse(span.request(), "");
            List<String> places = places(request);
            if (!places.isEmpty()) {
                alike.computeIfAbsent(kind(span, request, times, kinds), key -> new ArrayList<>())
                        .add(new Page(span, places));
            }
        }
        Pages pages = new Pages();
        alike.values().stream().filter(Pages::areSeveral).forEach(pages::add);
        return pages;
    }

    private static Kind kind(ReportSpan span, String request, PathTimes times, SpanKinds kinds) {
        ReportSpan occasion = kinds.occasionAbove(span);
        String rest = END.matcher(PLACE.matcher(request).replaceAll("")).replaceAll("");
        return new Kind(occasion == null ? -1 : times.number(occasion), span.name(), rest);
    }

    private static List<String> places(String request) {
        return PLACE.matcher(request).results().map(place -> place.group(1)).toList();
    }

    private static boolean areSeveral(List<Page> pages) {
        Set<List<String>> places = new HashSet<>();
        pages.forEach(page -> places.add(page.places()));
        return places.size() > 1 && places.size() > pages.size() / 2;
    }

    private void add(List<Page> pages) {
        pages.forEach(page -> spans.add(page.span()));
    }

    boolean contain(ReportSpan span) {
        return spans.contains(span);
    }
}
