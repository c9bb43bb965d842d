// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.ReportSpan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that is wrong with the data of a trace. Nothing is corrected because of it.
 *
 * @param kind what it is
 * @param summary what it is in words, with the number of spans and without any data
 * @param names names of the spans, each once, as they stand in the data
 * @param spans the spans; empty if a saved report tells only their names
 */
public record Finding(FindingKind kind, String summary, List<String> names, List<ReportSpan> spans) {

    private static final int NAMES_IN_MESSAGE = 5;

    public Finding {
        names = List.copyOf(names);
        spans = List.copyOf(spans);
    }

    static Finding of(FindingKind kind, String summary, List<ReportSpan> spans) {
        List<String> names = spans.stream().map(ReportSpan::name).distinct().toList();
        return new Finding(kind, summary, names, spans);
    }

    /** The summary and the first few names, which may hold any characters. */
    public String message() {
        String shown = names.stream().limit(NAMES_IN_MESSAGE).collect(Collectors.joining(", "));
        String more = names.size() <= NAMES_IN_MESSAGE ? "" : ", …";
        return names.isEmpty() ? summary : summary + ": " + shown + more;
    }
}
