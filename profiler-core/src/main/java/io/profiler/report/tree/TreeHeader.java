// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Completeness;
import io.profiler.report.internal.analysis.Finding;
import io.profiler.report.internal.analysis.FindingKind;
import io.profiler.report.internal.analysis.JvmTimes;
import io.profiler.report.internal.analysis.ReportTotals;
import io.profiler.report.internal.analysis.RequestWords;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.TraceCost;
import io.profiler.report.internal.analysis.TraceTitle;
import io.profiler.report.internal.analysis.UnexplainedTime;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands above a tree: which trace it is, what it adds up to, and what the tree cannot show. */
final class TreeHeader {

    private static final int NAMES = 5;

    /** Kinds that the totals tell. */
    private static final Set<FindingKind> COUNTED = EnumSet.of(FindingKind.UNFINISHED, FindingKind.NEVER_STARTED);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Report report;
    private final Requests requests;
    private final TreePage page;
    private final List<Finding> findings;
    private final TreeMethods methods;
    private final ReportTotals totals;

    TreeHeader(Report report, Requests requests, List<Finding> findings, TreeMethods methods, TreePage page) {
        this.report = report;
        this.requests = requests;
        this.page = page;
        this.findings = findings;
        this.methods = methods;
        this.totals = ReportTotals.of(report);
    }

    boolean hasManyServices() {
        return totals.services().size() > 1;
    }

    void write() throws IOException {
        page.write(page.line().add(TextStyle.STRONG, page.visible(TraceTitle.of(report, requests))));
        String baseId = report.baseId();
        if (baseId != null) {
            page.write(page.line().add(TextStyle.PLAIN, "trace " + page.visible(baseId) + time()));
        }
        page.write(totalsLine());
        writePlain(
                TraceCost.of(report).words(new ReadableDuration(page.symbols().microsecond())));
        writePlain(methods.head());
        writeCompleteness(Completeness.of(report));
        new TreeVerdict(page).write(Verdict.of(report));
        writePlain(JvmTimes.of(report).words(new ReadableDuration(page.symbols().microsecond())));
        writeNotes();
    }

    private void writePlain(@Nullable String words) throws IOException {
        if (words != null) {
            page.write(page.line().add(TextStyle.PLAIN, words));
        }
    }

    private void writeCompleteness(Completeness completeness) throws IOException {
        if (completeness.isTold()) {
            TextStyle style = completeness.isLossy() ? TextStyle.WARNING : TextStyle.PLAIN;
            page.write(page.line().add(style, completeness.words(page::visible)));
        }
    }

    private String time() {
        Instant startedAt = report.startedAt();
        return startedAt == null ? "" : ", " + TIME.format(startedAt);
    }

    private TreeLine totalsLine() {
        RequestWords words = new RequestWords(
                report, requests, new ReadableDuration(page.symbols().microsecond()));
        TreeLine line = page.line().add(TextStyle.TIME, words.times());
        addUnexplained(line);
        line.add(TextStyle.PLAIN, ", " + many(totals.spans(), "span") + services());
        addErrors(line, RequestWords.refusals(requests));
        addState(line, FindingKind.UNFINISHED, "unfinished");
        addState(line, FindingKind.NEVER_STARTED, "never started");
        return line;
    }

    private void addUnexplained(TreeLine line) {
        String words = UnexplainedTime.of(report)
                .words(new ReadableDuration(page.symbols().microsecond()));
        line.add(TextStyle.PLAIN, words == null ? "" : ", " + words);
    }

    private void addErrors(TreeLine line, @Nullable String refusals) {
        if (refusals != null) {
            line.add(TextStyle.ERROR, ", " + page.visible(refusals));
        }
        if (totals.errors() > 0) {
            line.add(TextStyle.ERROR, ", " + many(totals.errors(), "error"));
        } else if (refusals == null) {
            line.add(TextStyle.PLAIN, ", no errors");
        }
    }

    private void addState(TreeLine line, FindingKind kind, String state) {
        for (Finding finding : findings) {
            if (finding.kind() == kind) {
                line.add(TextStyle.WARNING, ", " + finding.spans().size() + " " + state);
            }
        }
    }

    private String services() {
        List<String> services = totals.services();
        return services.isEmpty() ? "" : " in " + many(services.size(), "service") + " (" + some(services) + ")";
    }

    private void writeNotes() throws IOException {
        for (Finding finding : findings) {
            if (!COUNTED.contains(finding.kind())) {
                note(finding);
            }
        }
    }

    private void note(Finding finding) throws IOException {
        String names = finding.names().isEmpty() ? "" : ": " + some(finding.names());
        page.write(page.line().add(TextStyle.WARNING, "! " + page.visible(finding.summary()) + names));
    }

    private static String many(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String some(Collection<String> names) {
        String shown = names.stream().limit(NAMES).map(page::visible).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? shown : shown + ", " + page.symbols().ellipsis();
    }
}
