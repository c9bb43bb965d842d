// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.verdict.CauseTime;
import io.profiler.report.verdict.Causes;
import io.profiler.report.verdict.Finding;
import io.profiler.report.verdict.Ledger;
import io.profiler.report.verdict.LedgerRow;
import io.profiler.report.verdict.Verdict;
import io.profiler.report.verdict.Words;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What a trace comes to: what stands out and what to do about it, the layers, and what the end of the trace waited for. */
final class MarkdownVerdict {

    private static final int ROWS = 10;

    private final Verdict verdict;
    private final MarkdownText text;
    private final SpanLabel label = new SpanLabel();
    private final ReadableDuration duration = new ReadableDuration("µs");

    MarkdownVerdict(Verdict verdict, MarkdownText text) {
        this.verdict = verdict;
        this.text = text;
    }

    /** Nothing where no time was measured. */
    void write() throws IOException {
        if (verdict.ledger().totalMicros() > 0 || !verdict.isCalm()) {
            writeFindings();
            writeReservation();
        }
        if (verdict.ledger().totalMicros() > 0) {
            writeLayers();
            writeLedger();
            writeCauses();
        }
    }

    private void writeFindings() throws IOException {
        if (verdict.lines().isEmpty()) {
            text.line("").line(words(verdict.sentence()) + ".");
            return;
        }
        int number = 0;
        for (Finding finding : verdict.lines()) {
            String emphasis = number++ < verdict.told() ? "**" : "";
            text.line("")
                    .line(emphasis + words(finding.words()) + "." + emphasis + " "
                            + finding.rule().advice());
        }
    }

    private void writeReservation() throws IOException {
        if (verdict.reservation() != null) {
            text.line("").line(words(verdict.reservation()) + ".");
        }
    }

    private void writeLayers() throws IOException {
        Ledger ledger = verdict.ledger();
        String layers = ledger.layers().stream()
                .limit(ROWS)
                .map(layer -> code(layer.label()) + " " + ledger.share(layer.micros()))
                .collect(Collectors.joining(", ", "By layer: ", ledger.layers().size() > ROWS ? ", …" : ""));
        text.line("").line(layers);
    }

    private void writeLedger() throws IOException {
        Ledger ledger = verdict.ledger();
        text.heading("Critical path: what the end waited for");
        text.tableHead(List.of("What", "Count", "Time", "Share"));
        for (LedgerRow row : ledger.rows().stream().limit(ROWS).toList()) {
            text.row(List.of(
                    words(row.what()),
                    Integer.toString(row.count()),
                    duration.of(row.micros()),
                    ledger.share(row.micros())));
        }
        long rest =
                ledger.rows().stream().skip(ROWS).mapToLong(LedgerRow::micros).sum();
        if (rest > 0) {
            int others = ledger.rows().size() - ROWS;
            text.row(List.of("others", Integer.toString(others), duration.of(rest), ledger.share(rest)));
        }
    }

    /** Nothing where nobody looked. */
    private void writeCauses() throws IOException {
        Causes causes = verdict.causes();
        if (causes.isTold()) {
            text.heading("What threads did while the end waited");
            text.tableHead(List.of("Cause", "Time", "Share", "Measured by the JVM"));
            for (CauseTime time : causes.times()) {
                text.row(List.of(
                        time.cause().label(),
                        duration.of(time.micros()),
                        causes.share(time.micros()),
                        time.measuredMicros() == 0 ? "" : duration.of(time.measuredMicros())));
            }
        }
    }

    private String words(Words words) {
        return words.parts().stream()
                .map(part -> part.data() ? code(part.text()) : part.text())
                .collect(Collectors.joining());
    }

    private String code(String data) {
        return MarkdownText.code(label.visible(data));
    }
}
