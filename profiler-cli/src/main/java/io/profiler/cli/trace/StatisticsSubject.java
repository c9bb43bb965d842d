// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.FigureTable;
import io.profiler.report.internal.analysis.PathStatistics;
import io.profiler.report.internal.analysis.RequestStatistics;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.report.internal.analysis.SpanPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What traces are added up by. */
enum StatisticsSubject {
    /** What was asked for: method, route and controller. */
    OPERATION("operation", "  ", "operations") {
        @Override
        Sum sum() {
            RequestStatistics statistics = new RequestStatistics();
            return new Sum(
                    statistics::add,
                    () -> byTime(
                            statistics.figures(),
                            operation -> Stream.of(operation.request(), operation.controller())
                                    .filter(Objects::nonNull)
                                    .toList()));
        }
    },
    /** The names that lead to spans from the root. */
    NAME("path", " > ", "paths") {
        @Override
        Sum sum() {
            PathStatistics<String> statistics = PathStatistics.byName();
            return new Sum(statistics::add, () -> byTime(statistics.figures(), SpanPath::steps));
        }
    },
    /** Statements without values. */
    STATEMENT("statement", "", "statements") {
        @Override
        Sum sum() {
            FigureTable<String> table = new FigureTable<>();
            return new Sum(report -> addStatements(report, table), () -> byTime(table.figures(), List::of));
        }
    };

    private final String heading;
    private final String separator;
    private final String member;

    StatisticsSubject(String heading, String separator, String member) {
        this.heading = heading;
        this.separator = separator;
        this.member = member;
    }

    /**
     * What traces add up to.
     *
     * @param add adds a trace
     * @param rows gives what there is so far by label, where most time was spent first
     */
    record Sum(Consumer<Report> add, Supplier<Map<List<String>, SpanFigures>> rows) {}

    /** Nothing yet. */
    abstract Sum sum();

    /** What stands above the labels. */
    String heading() {
        return heading;
    }

    /** What stands between the parts of a label. */
    String separator() {
        return separator;
    }

    /** Name of the rows in JSON. */
    String member() {
        return member;
    }

    private static void addStatements(Report report, FigureTable<String> table) {
        SelfTimes selfTimes = SelfTimes.of(report);
        for (ReportSpan span : report.spans()) {
            if (span.statement() != null) {
                table.add(Objects.requireNonNullElse(span.sharedSubject(), ""), span, selfTimes.micros(span));
            }
        }
    }

    private static <K> Map<List<String>, SpanFigures> byTime(
            Map<K, SpanFigures> figures, Function<K, List<String>> label) {
        Map<List<String>, SpanFigures> rows = new LinkedHashMap<>();
        FigureTable.byTime(figures).forEach((key, row) -> rows.put(label.apply(key), row));
        return rows;
    }
}
