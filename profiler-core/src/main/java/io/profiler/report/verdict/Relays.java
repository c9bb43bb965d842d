// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls by which a request is passed on, as by a gateway: the request does nothing else, and whoever gets it tells what it does.
 * That all the time is in there is no news.
 */
final class Relays {

    private static final int FEWEST_BELOW = 3;

    private final Set<ReportSpan> spans = Collections.newSetFromMap(new IdentityHashMap<>());

    private Relays() {}

    /** Takes n steps for n spans. */
    static Relays of(Report report, PathTimes times, SpanKinds kinds) {
        Relays relays = new Relays();
        for (ReportSpan root : report.roots()) {
            @Nullable ReportSpan request = kinds.isRequest(root) ? root : null;
            while (request != null) {
                ReportSpan call = only(report.childrenOf(request));
                request = call == null || !kinds.isRemote(call) ? null : callee(call, report, times, kinds);
                if (call != null && request != null) {
                    relays.spans.add(call);
                    relays.spans.add(request);
                }
            }
        }
        return relays;
    }

    private static @Nullable ReportSpan callee(ReportSpan call, Report report, PathTimes times, SpanKinds kinds) {
        ReportSpan callee = kinds.isRequest(call) ? call : only(report.childrenOf(call));
        return callee != null && kinds.isRequest(callee) && times.end(callee) - times.number(callee) > FEWEST_BELOW
                ? callee
                : null;
    }

    private static @Nullable ReportSpan only(List<ReportSpan> spans) {
        return spans.size() == 1 ? spans.get(0) : null;
    }

    /** Whether a span is such a call, or the request that came of it. */
    boolean contain(ReportSpan span) {
        return spans.contains(span);
    }
}
