// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.Stretch;
import io.profiler.report.internal.text.ReadableDuration;

/** What stands left of a tree: when, how long, how much of that itself, and a bar that is the longer the more room there is. */
final class TreeColumns {

    private static final int TIME_COLUMNS = 9;
    private static final int TIMES = 3;
    private static final String GAP = "  ";
    private static final String UNKNOWN = "?";

    private static final int COLUMNS_WITHOUT_BAR = 40;
    private static final int COLUMNS_A_CELL = 5;
    private static final int MOST_CELLS = 40;

    private final TreePage page;
    private final SelfTimes selfTimes;
    private final ReadableDuration duration;
    private final int cells;

    TreeColumns(TreePage page, SelfTimes selfTimes) {
        this.page = page;
        this.selfTimes = selfTimes;
        this.duration = new ReadableDuration(page.symbols().microsecond());
        this.cells = Math.min(MOST_CELLS, (page.columns() - COLUMNS_WITHOUT_BAR) / COLUMNS_A_CELL);
    }

    TreeLine head() {
        return page.line()
                .add(TextStyle.FAINT, right("start") + GAP + right("time") + GAP + right("self") + GAP)
                .add(TextStyle.FAINT, " ".repeat(cells) + GAP + "span");
    }

    TimelineBar bar(Stretch stretch) {
        return new TimelineBar(page.symbols(), cells, stretch);
    }

    /** A line that begins with the times of a row. */
    TreeLine line(TreeRow row, Stretch stretch, TimelineBar bar) {
        boolean complete = row.first().isFinished();
        long start = BoundedTime.minus(row.fromMicros(), stretch.fromMicros());
        return page.line()
                .add(TextStyle.FAINT, right(duration.of(start)) + GAP)
                .add(TextStyle.TIME, right(complete ? time(row.micros(ReportSpan::durationMicros)) : UNKNOWN) + GAP)
                .add(TextStyle.PLAIN, right(complete ? time(row.micros(selfTimes::micros)) : UNKNOWN) + GAP)
                .add(TextStyle.FAINT, bar.of(row) + GAP);
    }

    String time(long micros) {
        return duration.of(micros);
    }

    /** As many blanks as the columns have. */
    String margin() {
        return " ".repeat(TIMES * (TIME_COLUMNS + GAP.length()) + cells + GAP.length());
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, TIME_COLUMNS - text.length())) + text;
    }
}
