// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanError;
import io.profiler.report.internal.analysis.LateSpans;
import io.profiler.report.internal.analysis.Stretch;
import io.profiler.report.internal.analysis.ToldPhase;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tree itself: when, how long, and what, one line a span and one more for its error. */
final class TreeRows {

    private static final int TIME_COLUMNS = 9;
    private static final String GAP = "  ";
    private static final String UNKNOWN = "?";

    private final TreePage page;
    private final boolean manyServices;
    private final ReadableDuration duration;
    private final TreeGuides guides;
    private final List<String> servicesAbove = new ArrayList<>();
    private final LateSpans lateSpans;
    private final TreeMethods methods;

    TreeRows(TreePage page, LateSpans lateSpans, TreeMethods methods, boolean manyServices) {
        this.page = page;
        this.methods = methods;
        this.lateSpans = lateSpans;
        this.manyServices = manyServices;
        this.duration = new ReadableDuration(page.symbols().microsecond());
        this.guides = new TreeGuides(page.symbols(), (page.columns() - margin().length()) / 2);
    }

    void writeHead() throws IOException {
        page.write(page.line()
                .add(TextStyle.FAINT, right("start") + GAP + right("time") + GAP)
                .add(TextStyle.FAINT, " ".repeat(TimelineBar.CELLS) + GAP + "span"));
    }

    /** Spans in reading order, with times that count from the start of a stretch of time. */
    void write(List<PlacedSpan> spans, Stretch stretch) throws IOException {
        TimelineBar bar = new TimelineBar(page.symbols(), stretch);
        for (PlacedSpan placed : spans) {
            writeSpan(placed, stretch, bar);
            writePhases(placed);
            writeBelow(placed, methods.in(placed.span()));
            writeError(placed);
        }
    }

    private void writeSpan(PlacedSpan placed, Stretch stretch, TimelineBar bar) throws IOException {
        ReportSpan span = placed.span();
        boolean complete = span.hasStart() && span.hasStop();
        TreeLine line = page.line()
                .add(
                        TextStyle.FAINT,
                        right(duration.of(BoundedTime.minus(span.startedMicros(), stretch.fromMicros()))) + GAP)
                .add(TextStyle.TIME, right(complete ? duration.of(span.durationMicros()) : UNKNOWN) + GAP)
                .add(TextStyle.FAINT, bar.of(span) + GAP + guides.branch(placed));
        line.add(span.error() == null ? TextStyle.STRONG : TextStyle.ERROR, page.visible(span.name()));
        line.add(TextStyle.WARNING, state(span) + answer(placed));
        line.add(TextStyle.PLAIN, spaced(span.subject()));
        page.write(line.add(TextStyle.FAINT, service(placed)));
    }

    private String state(ReportSpan span) {
        String late = lateSpans.contain(span) ? " (late)" : "";
        if (!span.hasStop()) {
            return late + " (unfinished)";
        }
        return late + (span.hasStart() ? "" : " (never started)");
    }

    /** The status of a request that was answered with an error. */
    private String answer(PlacedSpan placed) {
        boolean told = placed.depth() == 0 && placed.span().isAnsweredWithError();
        return told ? " (HTTP " + page.visible(String.valueOf(placed.span().httpStatus())) + ")" : "";
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
                .map(phase -> phase.getKey() + " " + duration.of(phase.getValue()))
                .collect(Collectors.joining(", "));
        writeBelow(placed, page.visible(phases));
    }

    private void writeBelow(PlacedSpan placed, String words) throws IOException {
        if (!words.isEmpty()) {
            page.write(page.line()
                    .add(TextStyle.FAINT, margin() + guides.continuation(placed))
                    .add(TextStyle.FAINT, words));
        }
    }

    private void writeError(PlacedSpan placed) throws IOException {
        SpanError error = placed.span().error();
        if (error != null) {
            page.write(page.line()
                    .add(TextStyle.FAINT, margin() + guides.continuation(placed))
                    .add(TextStyle.ERROR, page.symbols().error() + page.visible(error.toString())));
        }
    }

    private static String margin() {
        return " ".repeat(2 * (TIME_COLUMNS + GAP.length()) + TimelineBar.CELLS + GAP.length());
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, TIME_COLUMNS - text.length())) + text;
    }
}
