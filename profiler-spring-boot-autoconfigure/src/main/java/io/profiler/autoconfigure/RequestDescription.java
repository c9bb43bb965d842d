// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.otlp.internal.OtlpIds;
import io.profiler.point.ProcessReport;
import io.profiler.propagation.TraceParent;
import io.profiler.trace.ArgumentCapture;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the span around a whole request says, in the shape of OSprofiler's WSGI middleware.
 *
 * @since 0.1
 */
public final class RequestDescription {

    /** OSprofiler's tools take this name as the entry into a service. */
    public static final String SPAN_NAME = "wsgi";

    /** Attribute of a request, by which others say what else to tell at the end of its span: a map. */
    public static final String MORE = "io.profiler.info";

    private final ArgumentCapture capture;
    private final Uptime uptime;

    /**
     * Describes requests of any kind of server.
     *
     * @param capture what of a path and a query is shown
     * @param uptime of the application
     */
    public RequestDescription(ArgumentCapture capture, Uptime uptime) {
        this.capture = capture;
        this.uptime = uptime;
    }

    /**
     * {@return the info of the start of a request, {@code request} with path, query, method and scheme; to be added to by the caller}
     *
     * @param method as it was sent, in capitals
     * @param scheme {@code http} or {@code https}, as the application sees it behind its proxies
     * @param path as it was sent; parameters in it, such as the id of a session, are left out, and secrets masked
     * @param query as it was sent, null for none
     * @param otherTrace {@linkplain #otherTrace what else it is part of}
     */
    public Map<String, Object> start(
            String method, String scheme, String path, @Nullable String query, Map<String, Object> otherTrace) {
        Map<String, Object> request = new LinkedHashMap<>(8);
        request.put("path", capture.path(withoutParameters(path)));
        request.put("query", query == null ? "" : capture.query(query));
        request.put("method", method);
        request.put("scheme", scheme);
        Map<String, Object> start = new LinkedHashMap<>(otherTrace);
        start.put("request", request);
        return start;
    }

    /**
     * Adds to the info of a start how new the application is to the request.
     *
     * @param start info to add to
     * @param nanoTime {@link System#nanoTime()} when the request came
     * @param isNow whether that is now
     */
    public void addProcess(Map<String, Object> start, long nanoTime, boolean isNow) {
        start.put(ProcessReport.MEMBER, uptime.atStart(nanoTime, isNow));
    }

    /**
     * Adds to the info of a stop what has become of the process since the start.
     *
     * @param stop info to add to
     */
    public void addProcess(Map<String, Object> stop) {
        stop.put(ProcessReport.MEMBER, uptime.atStop());
    }

    /**
     * How the trace and one of W3C's kind, that the request is part of, find each other.
     *
     * @param traceparent the request's header, null if it has none
     * @param baseId id of the trace, of which OSprofiler makes another one where it tells OpenTelemetry of it
     * @return empty if the request is part of no other trace
     */
    public static Map<String, Object> otherTrace(@Nullable String traceparent, String baseId) {
        return TraceParent.of(traceparent)
                .map(caller -> Map.<String, Object>of(
                        TraceParent.HEADER, caller.toString(), "otlp_trace_id", OtlpIds.traceId(baseId)))
                .orElse(Map.of());
    }

    /**
     * {@return the info of the stop of a request, without what is not known; to be added to by the caller}
     *
     * @param route the pattern that its path was matched by, as in {@code /owners/{id}}; null if none was
     * @param status of the response; null if there is none, because the request failed or its client went away
     */
    public Map<String, Object> stop(@Nullable Object route, @Nullable Integer status) {
        Map<String, Object> end = new LinkedHashMap<>(4);
        if (route != null) {
            end.put("request", Map.of("route", route.toString()));
        }
        if (status != null) {
            end.put("response", Map.of("status", status));
        }
        return end;
    }

    /** A path may carry the id of a session. */
    private static String withoutParameters(String path) {
        return path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
    }
}
