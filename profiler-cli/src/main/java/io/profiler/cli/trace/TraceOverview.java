// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.trace.TextTable.Column;
import io.profiler.internal.BoundedTime;
import io.profiler.internal.VisibleText;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.store.TraceSummary;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list of traces for people. */
final class TraceOverview {

    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As long as the name of a host may be between two dots: columns follow. */
    private static final int LONGEST_SERVICE = 63;

    private final VisibleText text;
    private final ReadableDuration durations;

    /**
     * @param charset charset of the place where it is printed
     */
    TraceOverview(Charset charset) {
        this.text = new VisibleText(charset);
        this.durations = ReadableDuration.in(charset);
    }

    void print(List<TraceSummary> traces, PrintWriter out) {
        TextTable table = new TextTable(
                new Column("started (UTC)", false),
                new Column("time", true),
                new Column("status", true),
                new Column("spans", true),
                new Column("errors", true),
                new Column("service", false),
                new Column("trace", false),
                new Column("name", false));
        traces.forEach(trace -> table.add(
                started(trace.startedAt()),
                durations.of(BoundedTime.micros(trace.duration())),
                Objects.toString(trace.status(), ""),
                String.valueOf(trace.spans()),
                trace.errors() == 0 ? "" : String.valueOf(trace.errors()),
                text.of(TextTable.cut(orUnknown(trace.service()), LONGEST_SERVICE)),
                text.of(trace.baseId()),
                text.of(TextTable.cut(orUnknown(trace.name()), TextTable.LONGEST_TEXT)) + repeated(trace.requests())));
        table.print(out);
    }

    private static String started(@Nullable Instant instant) {
        return instant == null ? "?" : STARTED.format(instant);
    }

    /** Of a trace that the same headers made of several requests the name is the first one's. */
    private static String repeated(long requests) {
        return requests > 1 ? ", " + requests + " requests" : "";
    }

    private static String orUnknown(@Nullable String data) {
        return data == null ? "?" : data;
    }
}
