// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import io.profiler.report.internal.analysis.LateSpans;
import io.profiler.report.internal.analysis.Stretch;
import io.profiler.report.internal.analysis.ToldPhase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tree itself: when, how long, and what, one line a row and one more for an error. */
final class TreeRows {

    private static final String GAP = "  ";

    private final TreePage page;
    private final TreeColumns columns;
    private final boolean manyServices;
    private final TreeGuides guides;
    private final List<String> servicesAbove = new ArrayList<>();
    private final LateSpans lateSpans;
    private final TreeMethods methods;

    TreeRows(TreePage page, TreeColumns columns, LateSpans lateSpans, TreeMethods methods, boolean manyServices) {
        this.page = page;
        this.columns = columns;
        this.methods = methods;
        this.lateSpans = lateSpans;
        this.manyServices = manyServices;
        this.guides = new TreeGuides(
                page.symbols(), (page.columns() - columns.margin().length()) / 2);
    }

    void writeHead() throws IOException {
        page.write(columns.head());
    }

    /** Spans in reading order, with times that count from the start of a stretch of time. */
    void write(List<PlacedSpan> spans, Stretch stretch) throws IOException {
        TimelineBar bar = columns.bar(stretch);
        for (TreeRow row : page.isFolded() ? TreeFolds.of(spans, this::isSingle) : TreeFolds.none(spans)) {
            writeRow(row, stretch, bar);
            writePhases(row.place());
            writeBelow(row.place(), methods.in(row.spans()));
            writeError(row.place());
        }
    }

    /** Whether there is more to say of a span than of others that do the same. */
    private boolean isSingle(ReportSpan span) {
        return !span.isFinished()
                || span.error() != null
                || span.isAnsweredWithError()
                || lateSpans.contain(span)
                || !ToldPhase.of(span).isEmpty();
    }

    private void writeRow(TreeRow row, Stretch stretch, TimelineBar bar) throws IOException {
        ReportSpan span = row.first();
        TreeLine line = columns.line(row, stretch, bar).add(TextStyle.FAINT, guides.branch(row.place()));
        line.add(span.error() == null ? TextStyle.STRONG : TextStyle.ERROR, page.visible(span.name()));
        line.add(TextStyle.TIME, row.isFolded() ? " " + page.symbols().times() + " " + row.count() : "");
        line.add(TextStyle.FAINT, row.isPreparing() ? " (with preparing)" : "");
        line.add(TextStyle.WARNING, state(span));
        line.add(span.isAnsweredWithError() ? TextStyle.WARNING : TextStyle.FAINT, answer(row.place()));
        line.add(TextStyle.PLAIN, spaced(row.subject()));
        page.write(line.add(TextStyle.FAINT, service(row.place())));
    }

    private String state(ReportSpan span) {
        String late = lateSpans.contain(span) ? " (late)" : "";
        if (!span.hasStop()) {
            return late + " (unfinished)";
        }
        return late + (span.hasStart() ? "" : " (never started)");
    }

    /** The status of a request: at the top whatever it is, below if it is an error. */
    private String answer(PlacedSpan placed) {
        String status = placed.span().httpStatus();
        boolean told = status != null && (placed.depth() == 0 || placed.span().isAnsweredWithError());
        return told ? " (HTTP " + page.visible(String.valueOf(status)) + ")" : "";
    }

    private String spaced(@Nullable String data) {
        return data == null ? "" : GAP + page.visible(data);
    }

    /** The service, if it is another one than that of the span above. */
    private String service(PlacedSpan placed) {
        String service = placed.span().qualifiedService();
        servicesAbove.subList(placed.depth(), servicesAbove.size()).clear();
        String above = placed.depth() == 0 ? "" : servicesAbove.get(placed.depth() - 1);
        servicesAbove.add(service);
        return manyServices && !service.equals(above) ? GAP + "[" + page.visible(service) + "]" : "";
    }

    /** What a request went through where no span is, for how long each. */
    private void writePhases(PlacedSpan placed) throws IOException {
        Map<String, Long> micros = new LinkedHashMap<>();
        ToldPhase.of(placed.span())
                .forEach(phase -> micros.merge(phase.name(), phase.durationMicros(), BoundedTime::plus));
        String phases = micros.entrySet().stream()
                .map(phase -> phase.getKey() + " " + columns.time(phase.getValue()))
                .collect(Collectors.joining(", "));
        writeBelow(placed, page.visible(phases));
    }

    private void writeBelow(PlacedSpan placed, String words) throws IOException {
        if (!words.isEmpty()) {
            page.write(page.line()
                    .add(TextStyle.FAINT, columns.margin() + guides.continuation(placed))
                    .add(TextStyle.FAINT, words));
        }
    }

    private void writeError(PlacedSpan placed) throws IOException {
        SpanError error = placed.span().error();
        if (error != null) {
            page.write(page.line()
                    .add(TextStyle.FAINT, columns.margin() + guides.continuation(placed))
                    .add(TextStyle.ERROR, page.symbols().error() + page.visible(error.toString())));
        }
    }
}
