// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sampler found inside the spans of a trace. Immutable.
 *
 * <pre>{@code
 * CallForest calls = Samples.of(report).in(span);
 * calls.leaves().get(0).looks(); // how often a method was at work
 * }</pre>
 *
 * @since 0.1
 */
public final class Samples {

    static final Samples NONE = new Samples(List.of(), Map.of(), CallForest.EMPTY);

    private final List<Sampling> samplings;
    private final Map<ReportSpan, CallForest> forests;
    private final CallForest untold;

    /**
     * @param forests by the identity of spans
     */
    Samples(List<Sampling> samplings, Map<ReportSpan, CallForest> forests, CallForest untold) {
        this.samplings = List.copyOf(samplings);
        this.forests = new IdentityHashMap<>(forests);
        this.untold = untold;
    }

    /**
     * Reads what the spans of a trace tell. Never fails: of what is malformed, or more than any sampler writes, a part is
     * passed over.
     *
     * @param report the trace
     * @return what was found; nothing if nobody looked
     */
    public static Samples of(Report report) {
        return new SamplesReader().read(report);
    }

    /** {@return whether nobody looked} */
    public boolean isEmpty() {
        return samplings.stream().allMatch(Sampling::refused);
    }

    /** {@return how each service was looked at that tells it, or that it was not though that was asked for} */
    public List<Sampling> samplings() {
        return samplings;
    }

    /**
     * {@return what was found while a span itself was at work, and none below it on its thread}
     *
     * @param span one of the report's own
     */
    public CallForest in(ReportSpan span) {
        return forests.getOrDefault(span, CallForest.EMPTY);
    }

    /** {@return how many looks are told, of all spans and of none} */
    public long count() {
        return untold.count()
                + forests.values().stream().mapToLong(CallForest::count).sum();
    }

    /** {@return what was found in no span that can be told} */
    public CallForest untold() {
        return untold;
    }
}
