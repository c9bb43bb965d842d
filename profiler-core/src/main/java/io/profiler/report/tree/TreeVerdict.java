// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.verdict.Finding;
import io.profiler.report.verdict.Ledger;
import io.profiler.report.verdict.Verdict;
import io.profiler.report.verdict.Words;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What a trace comes to: a sentence for each thing that stands out, what each layer took, and what threads did. */
final class TreeVerdict {

    private static final int FINDINGS = 4;
    private static final int LAYERS = 6;

    private final TreePage page;

    TreeVerdict(TreePage page) {
        this.page = page;
    }

    /** Nothing where no time was measured. */
    void write(Verdict verdict) throws IOException {
        if (verdict.ledger().totalMicros() > 0 || !verdict.isCalm()) {
            page.wrap(verdict.lines().isEmpty() ? TextStyle.FAINT : TextStyle.STRONG, text(verdict.sentence()));
            if (!verdict.isCalm()) {
                writeOthers(verdict);
            }
            if (verdict.reservation() != null) {
                page.wrap(TextStyle.PLAIN, text(verdict.reservation()));
            }
            writeLayers(verdict.ledger());
        }
        if (verdict.causes().isTold()) {
            page.write(page.line()
                    .add(TextStyle.PLAIN, "threads: " + verdict.causes().words()));
        }
    }

    private void writeOthers(Verdict verdict) throws IOException {
        List<Finding> others = verdict.lines().stream()
                .skip(verdict.told())
                .limit(FINDINGS - 1L)
                .toList();
        for (Finding finding : others) {
            page.wrap(TextStyle.PLAIN, "also: " + text(finding.words()));
        }
    }

    private String text(Words words) {
        return words.parts().stream()
                .map(part -> part.data() ? page.visible(part.text()) : page.words(part.text()))
                .collect(Collectors.joining());
    }

    private void writeLayers(Ledger ledger) throws IOException {
        String layers = ledger.layers().stream()
                .limit(LAYERS)
                .map(layer -> page.visible(layer.label()) + " " + ledger.share(layer.micros()))
                .collect(Collectors.joining(", "));
        if (!layers.isEmpty()) {
            String more =
                    ledger.layers().size() > LAYERS ? ", " + page.symbols().ellipsis() : "";
            page.write(page.line().add(TextStyle.FAINT, layers + more));
        }
    }
}
