// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.RequestDescription;
import io.profiler.trace.EndedRequest;
import io.profiler.trace.UnaskedTraces;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.watch.KeptPerMinute;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides of which slow requests a trace is kept, when they have ended. */
final class SlowRequests {

    private final long thresholdNanos;
    private final UnaskedTraces traces;
    private final KeptPerMinute perMinute;
    private final RequestSpans spans;
    private final ExpectedToLast expected;

    SlowRequests(
            long thresholdNanos,
            UnaskedTraces traces,
            KeptPerMinute perMinute,
            RequestSpans spans,
            ExpectedToLast expected) {
        this.thresholdNanos = thresholdNanos;
        this.traces = traces;
        this.perMinute = perMinute;
        this.spans = spans;
        this.expected = expected;
    }

    void ended(SlowRequest slow, @Nullable Looks looks, long nanoTime) {
        RequestOutcome outcome = slow.outcome();
        boolean isSlow = nanoTime - slow.beganNanos() >= thresholdNanos;
        if (isSlow && !expected.is(slow.request(), outcome.response()) && perMinute.take(route(outcome))) {
            traces.keep(described(slow, nanoTime), looks);
        }
    }

    private static String route(RequestOutcome outcome) {
        String route = outcome.route();
        return route == null ? "" : route;
    }

    private EndedRequest described(SlowRequest slow, long nanoTime) {
        String traceId = UUID.randomUUID().toString();
        HttpServletRequest request = slow.request();
        Map<String, Object> stop = spans.end(slow.outcome());
        stop.put("kept", "slow");
        return new EndedRequest(
                traceId,
                RequestDescription.SPAN_NAME,
                slow.beganNanos(),
                nanoTime,
                spans.describe(traceId, request, slow.beganNanos()),
                stop,
                RequestSpans.thrown(slow.outcome()));
    }
}
