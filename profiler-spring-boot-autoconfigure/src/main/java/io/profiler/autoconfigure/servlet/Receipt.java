// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.ServerTiming;
import io.profiler.autoconfigure.TraceIdHeader;
import io.profiler.propagation.SignedHeaders;
import io.profiler.trace.SpanTimes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller of a profiled request is told in headers of the response: nobody else knows that there is a profiler. */
final class Receipt {

    private static final String LINK = "Link";
    private static final String VARY = "Vary";

    private final String traceId;
    private final @Nullable String header;
    private final @Nullable String link;
    private final String vary;
    private final SpanTimes times;
    private volatile @Nullable String toldTimes;

    /**
     * @param link where the trace can be looked at, null if nowhere
     * @param vary by which headers others get no receipt, also from a cache
     */
    Receipt(String traceId, @Nullable String link, String vary, SpanTimes times) {
        this.traceId = traceId;
        this.header = TraceIdHeader.of(traceId);
        this.link = link == null ? null : "<" + link + ">; rel=\"describedby\"; title=\"trace\"";
        this.vary = vary;
        this.times = times;
    }

    String traceId() {
        return traceId;
    }

    /** Tells the id of the trace, if a header can hold it, and where the trace is. */
    void tellTrace(HttpServletResponse response) {
        if (header != null) {
            response.setHeader(SignedHeaders.TRACE_ID, header);
        }
        if (link != null && !response.getHeaders(LINK).contains(link)) {
            response.addHeader(LINK, link);
        }
        tellCaches(response);
    }

    private void tellCaches(HttpServletResponse response) {
        if (!response.getHeaders(VARY).contains(vary)) {
            response.addHeader(VARY, vary);
        }
    }

    /** Tells how long each layer has taken so far; once more if that was told, as long as the response is not on its way. */
    void tellTimes(HttpServletResponse response) {
        if (response.isCommitted()) {
            close();
            return;
        }
        tellCaches(response);
        String now = ServerTiming.of(times.soFar());
        if (!now.isEmpty()) {
            List<String> others = new ArrayList<>(response.getHeaders(ServerTiming.HEADER));
            others.remove(toldTimes);
            response.setHeader(ServerTiming.HEADER, now);
            others.forEach(other -> response.addHeader(ServerTiming.HEADER, other));
            toldTimes = now;
        }
    }

    /** Nobody wants to know the times any more. */
    void close() {
        times.close();
    }
}
