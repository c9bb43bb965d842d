// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.point.SampleReport;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the ends of spans tell of looks. Used once. */
final class SamplesReader {

    private final Map<String, ReportSpan> spans = new HashMap<>();
    private final Map<ReportSpan, ForestDraft> drafts = new IdentityHashMap<>();
    private final List<Sampling> samplings = new ArrayList<>();
    private final Room room = new Room();
    private final ForestDraft untold = new ForestDraft(room);

    Samples read(Report report) {
        report.spans().forEach(this::read);
        return samplings.isEmpty() ? Samples.NONE : assign(report);
    }

    private Samples assign(Report report) {
        report.spans().forEach(span -> spans.putIfAbsent(span.traceId(), span));
        samplings.forEach(this::assign);
        Map<ReportSpan, CallForest> forests = new IdentityHashMap<>();
        drafts.forEach((span, draft) -> forests.put(span, draft.forest()));
        return new Samples(samplings, forests, untold.forest());
    }

    private void read(ReportSpan span) {
        Map<?, ?> samples = told(span);
        if (samples != null) {
            samplings.add(Sampling.of(span, samples));
        }
    }

    private static @Nullable Map<?, ?> told(ReportSpan span) {
        for (SpanEvent event : span.events()) {
            if (event.isStop() && event.info().get(SampleReport.MEMBER) instanceof Map<?, ?> samples) {
                return samples;
            }
        }
        return null;
    }

    private void assign(Sampling sampling) {
        Map<?, ?> samples = told(sampling.top());
        if (samples != null && samples.get("spans") instanceof List<?> entries) {
            List<?> frames = samples.get("frames") instanceof List<?> list ? new ArrayList<>(list) : List.of();
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> members && members.get("stacks") instanceof String stacks) {
                    assign(sampling, frames, members, stacks);
                }
            }
        }
    }

    private void assign(Sampling sampling, List<?> frames, Map<?, ?> entry, String stacks) {
        ForestDraft draft = draft(entry.get("span"));
        draft.looked(sampling.looked());
        List<Integer> leaves = new StacksReader(room.fitting(stacks), frames, draft).read();
        if (entry.get("times") instanceof String times) {
            new TimesReader(room.fitting(times), leaves, draft).read(sampling.openedMicros());
        }
    }

    /** Where looks at a span go; what is of no span of this trace is of none that can be told. */
    private ForestDraft draft(@Nullable Object traceId) {
        ReportSpan span = traceId instanceof String id ? spans.get(id) : null;
        return span == null ? untold : drafts.computeIfAbsent(span, key -> new ForestDraft(room));
    }
}
