// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.ReadableDuration;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanStatistics;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What stands above a tree: which trace it is, what it adds up to, and what the tree cannot show. */
final class TreeHeader {

    private static final int NAMES = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Report report;
    private final TreePage page;
    private final List<String> services;

    TreeHeader(Report report, TreePage page) {
        this.report = report;
        this.page = page;
        this.services = report.spans().stream()
                .map(ReportSpan::qualifiedService)
                .filter(service -> !service.isEmpty())
                .distinct()
                .toList();
    }

    boolean hasManyServices() {
        return services.size() > 1;
    }

    void write() throws IOException {
        page.write(page.line().add(TextStyle.STRONG, page.visible(title())));
        String baseId = report.baseId();
        if (baseId != null) {
            page.write(page.line().add(TextStyle.PLAIN, "trace " + page.visible(baseId) + time()));
        }
        page.write(totals());
        writeNotes();
    }

    private String title() {
        return report.roots().stream()
                .map(ReportSpan::request)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> report.roots().isEmpty()
                        ? "no spans"
                        : report.roots().get(0).name());
    }

    private String time() {
        Instant startedAt = report.startedAt();
        return startedAt == null ? "" : ", " + TIME.format(startedAt);
    }

    private TreeLine totals() {
        ReadableDuration duration = new ReadableDuration(page.symbols().microsecond());
        long spans = report.statistics().values().stream()
                .mapToLong(SpanStatistics::count)
                .sum();
        TreeLine line = page.line()
                .add(TextStyle.TIME, duration.of(report.durationMicros()))
                .add(TextStyle.PLAIN, ", " + many(spans, "span") + services());
        addErrors(line, count(span -> span.error() != null));
        addState(line, count(span -> !span.hasStop()), "unfinished");
        addState(line, count(span -> !span.hasStart()), "never started");
        return line;
    }

    private long count(Predicate<ReportSpan> condition) {
        return report.spans().stream().filter(condition).count();
    }

    private static void addErrors(TreeLine line, long errors) {
        line.add(
                errors == 0 ? TextStyle.PLAIN : TextStyle.ERROR,
                errors == 0 ? ", no errors" : ", " + many(errors, "error"));
    }

    private static void addState(TreeLine line, long count, String state) {
        line.add(TextStyle.WARNING, count == 0 ? "" : ", " + count + " " + state);
    }

    private String services() {
        return services.isEmpty() ? "" : " in " + many(services.size(), "service") + " (" + some(services) + ")";
    }

    private void writeNotes() throws IOException {
        Map<String, Long> unreachable = report.unreachable();
        long count = unreachable.values().stream().mapToLong(Long::longValue).sum();
        if (count > 0) {
            String are = count == 1 ? " is " : " are ";
            note(many(count, "span") + are + "in a parent cycle, outside the tree: " + some(unreachable.keySet()));
        }
        List<ReportSpan> orphans = report.orphans();
        if (!orphans.isEmpty()) {
            String have = orphans.size() == 1 ? " has " : " have ";
            Set<String> names =
                    orphans.stream().map(ReportSpan::name).collect(Collectors.toCollection(LinkedHashSet::new));
            note(many(orphans.size(), "span") + have + "a parent that is not in the trace: " + some(names));
        }
    }

    private void note(String text) throws IOException {
        page.write(page.line().add(TextStyle.WARNING, "! " + text));
    }

    private static String many(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String some(Collection<String> names) {
        String shown = names.stream().limit(NAMES).map(page::visible).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? shown : shown + ", " + page.symbols().ellipsis();
    }
}
