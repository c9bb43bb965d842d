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
        if (link != null) {
            tell(response, LINK, link, link);
        }
        tell(response, VARY, vary, vary);
    }

    /**
     * Tells it with how long each layer has taken so far, unless the response is on its way; in place of what was told before, to
     * which others may have added: who passes on another service's answer has added what that one tells.
     */
    void tellTimes(HttpServletResponse response) {
        if (response.isCommitted()) {
            close();
            return;
        }
        tellTrace(response);
        String now = ServerTiming.of(times.soFar());
        if (!now.isEmpty()) {
            tell(response, ServerTiming.HEADER, now, toldTimes);
            toldTimes = now;
        }
    }

    /** Tells a value beside those of others, in place of all that are equal to one: Tomcat does not say how many these are. */
    private static void tell(HttpServletResponse response, String name, String value, @Nullable String told) {
        List<String> others = new ArrayList<>(response.getHeaders(name));
        others.removeIf(other -> other.equals(told));
        response.setHeader(name, value);
        others.forEach(other -> response.addHeader(name, other));
    }

    /** Nobody wants to know the times any more. */
    void close() {
        times.close();
    }
}
