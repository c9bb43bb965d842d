// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the points of a trace, for backends that cannot do so themselves, in bounded memory: a trace has as many spans as
 * starts, or as stops if these are more, as where a database counts. Not thread-safe.
 *
 * @since 0.1
 */
public final class TraceTally {

    /** More than a list shows of a text. */
    private static final int MOST_SHOWN = 1_000;

    /** Less is no HTTP status. */
    public static final int LOWEST_STATUS = 100;

    /** Nor is more. */
    public static final int HIGHEST_STATUS = 999;

    private long started;
    private long stopped;
    private final RequestTimes requests = new RequestTimes();
    private @Nullable First first;
    private String last = "";
    private long errors;

    /** What the first point tells of the trace; the rest of it may be long, and is not kept. */
    private record First(
            String baseId,
            String timestamp,
            String name,
            @Nullable String service) {

        static First of(TracePoint point) {
            String service = point.service();
            return new First(
                    point.baseId(),
                    shown(point.timestamp()),
                    nameOf(point.name(), point.info().get("request")),
                    service == null ? null : shown(service));
        }
    }

    /** Of no points yet. */
    public TraceTally() {}

    /**
     * {@return the figures of a trace, null if it has no points}
     *
     * @param points all of the trace, in any order, each once
     */
    public static @Nullable TraceSummary of(List<TracePoint> points) {
        TraceTally tally = new TraceTally();
        points.stream().sorted(Comparator.comparing(TracePoint::timestamp)).forEach(tally::add);
        return tally.summary();
    }

    /**
     * Counts a point in; the same one twice counts as an error twice.
     *
     * @param point of the one trace, in any order: of points with the same timestamp the first one added names the trace
     */
    public void add(TracePoint point) {
        started += point.isStop() ? 0 : 1;
        stopped += point.isStop() && !point.isManifest() ? 1 : 0;
        if (point.parentId().equals(point.baseId())) {
            requests.add(
                    point.traceId(),
                    point.isStop(),
                    point.timestamp(),
                    statusOf(point.info().get("response")));
        }
        errors += point.errorType() == null ? 0 : 1;
        if (first == null || point.timestamp().compareTo(first.timestamp()) < 0) {
            first = First.of(point);
        }
        if (point.timestamp().compareTo(last) > 0) {
            last = shown(point.timestamp());
        }
    }

    /** {@return what the points that were added make up, null if there are none} */
    public @Nullable TraceSummary summary() {
        First start = first;
        return start == null
                ? null
                : requests.applyTo(new TraceSummary(
                        start.baseId(),
                        start.timestamp(),
                        start.name(),
                        start.service(),
                        PointTime.parse(start.timestamp()),
                        PointTime.between(start.timestamp(), last),
                        1,
                        Math.max(started, stopped),
                        errors,
                        null));
    }

    /**
     * {@return the name of a trace: the request it is about, {@code GET /v2/queues}, or its first span}
     *
     * @param pointName name of its first point
     * @param request {@code info.request} of that point, if it has one
     */
    public static String nameOf(String pointName, @Nullable Object request) {
        if (request instanceof Map<?, ?> members && members.get("path") != null) {
            return (shown(members.get("method")) + " " + shown(members.get("path"))).strip();
        }
        return shown(pointName.split("-", 2)[0]);
    }

    /**
     * {@return the HTTP status of an answer; null if there is none, or what stands there is no status}
     *
     * @param response {@code info.response} of a point right below the base id, if it has one
     */
    public static @Nullable Integer statusOf(@Nullable Object response) {
        Object status = response instanceof Map<?, ?> members ? members.get("status") : null;
        double number = status instanceof Number given ? given.doubleValue() : 0;
        boolean isStatus = number >= LOWEST_STATUS && number <= HIGHEST_STATUS;
        return isStatus ? Integer.valueOf((int) number) : null;
    }

    /**
     * {@return the beginning of a text, longer than a list shows it: a list cuts what it shows, and what is kept for it must
     * not be long either}
     *
     * @param text a text, or what else stands in its place; empty for null
     */
    public static String shown(@Nullable Object text) {
        String whole = Objects.toString(text, "");
        return whole.length() <= MOST_SHOWN ? whole : whole.substring(0, MOST_SHOWN);
    }
}
