// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.point.PointTime;
import io.profiler.store.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a trace is made of, which are its spans right below the base id, and how the first of them was answered.
 * Whoever sends the same headers again and again, as from a collection of requests, adds to one trace, with pauses between that
 * nobody waited for. Not thread-safe.
 *
 * @since 0.1
 */
public final class RequestTimes {

    /**
     * A request; what has not ended counts up to its start. Where all spans are at hand, as in a report, a request lasts
     * as long as the last of them, so that the two differ for spans that outlive their request.
     */
    private record Request(
            @Nullable Instant start,
            @Nullable Instant stop,
            @Nullable Integer status) {

        Request at(boolean stopped, Instant time) {
            return stopped ? new Request(start, time, status) : new Request(time, stop, status);
        }

        Request answeredWith(Integer status) {
            return new Request(start, stop, status);
        }

        /** What is known of when it was. */
        @Nullable
        Instant earliest() {
            return start == null ? stop : start;
        }

        Instant begin() {
            return Objects.requireNonNull(start);
        }

        Instant end() {
            return stop == null ? begin() : stop;
        }
    }

    /** Of so many requests the times are kept; of more, pauses count as duration, and which one was first is not known. */
    public static final int MOST = 1_000;

    /** So many requests are kept at once, of the traces of a page. */
    private static final long MOST_TOGETHER = 10 * MOST;

    /** So many traces are asked for at once, whose ids may be long. */
    private static final int MOST_TRACES = 500;

    private static final Request NOTHING_YET = new Request(null, null, null);

    private final Map<String, Request> requests = new LinkedHashMap<>();
    private long begunBeyond;

    /** Of no points yet. */
    public RequestTimes() {}

    /**
     * {@return the ids of those traces that are made of several requests, of which each is of interest, by the page: a page
     * has few enough traces for one command, and few enough requests for all of them to be kept at once}
     *
     * @param traces without the pauses between their requests taken out; the others among them are left out
     */
    public static List<List<String>> pagesOf(Collection<TraceSummary> traces) {
        List<List<String>> pages = new ArrayList<>();
        List<String> page = List.of();
        long left = 0;
        for (TraceSummary trace : traces) {
            if (trace.requests() > 1 && trace.requests() <= MOST) {
                if (left < trace.requests() || page.size() == MOST_TRACES) {
                    page = new ArrayList<>();
                    pages.add(page);
                    left = MOST_TOGETHER;
                }
                page.add(trace.baseId());
                left -= trace.requests();
            }
        }
        return pages;
    }

    /**
     * Adds a point of a span right below the base id, in any order.
     *
     * @param traceId id of the span; of one that is longer than ids in lists are, no time is kept
     * @param stop whether the point ends the span
     * @param timestamp the point's; what is none counts as a request without a time
     * @param status that the point says the request was answered with, null if it says nothing of it
     */
    public void add(String traceId, boolean stop, String timestamp, @Nullable Integer status) {
        Request known = requests.getOrDefault(traceId, NOTHING_YET);
        if (known == NOTHING_YET && (requests.size() == MOST || !TraceListing.isListed(traceId))) {
            begunBeyond += stop ? 0 : 1;
            return;
        }
        Instant time = PointTime.parse(timestamp);
        Request timed = time == null ? known : known.at(stop, time);
        requests.put(traceId, status == null ? timed : timed.answeredWith(status));
    }

    /**
     * {@return the id of the span of the request that began first, null if there is none, or if it may be one of those whose
     * times are not kept; of two at once, that added first}
     */
    public @Nullable String first() {
        return begunBeyond > 0
                ? null
                : requests.entrySet().stream()
                        .min(Comparator.comparing(
                                request -> request.getValue().earliest(),
                                Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(Map.Entry::getKey)
                        .orElse(null);
    }

    private @Nullable Integer firstStatus() {
        String first = first();
        return first == null ? null : requests.getOrDefault(first, NOTHING_YET).status();
    }

    /**
     * {@return the same trace, made of these requests and answered as the first of them, with the pauses between them taken
     * from its duration}
     *
     * @param trace with the duration from its first point to its last
     */
    public TraceSummary applyTo(TraceSummary trace) {
        Duration busy = begunBeyond > 0 ? trace.duration() : withoutPauses(trace.duration());
        return trace.withRequests(count(), busy).withStatus(firstStatus());
    }

    /** How many requests; one at least, since points that others are above belong to some request as well. */
    private long count() {
        return Math.max(1, requests.size() + begunBeyond);
    }

    /** A duration less the pauses in which no request was under way. */
    private Duration withoutPauses(Duration whole) {
        Duration busy = whole.minus(pauses());
        return busy.isNegative() ? Duration.ZERO : busy;
    }

    private Duration pauses() {
        List<Request> inOrder = requests.values().stream()
                .filter(request -> request.start() != null)
                .sorted(Comparator.comparing(Request::begin))
                .toList();
        Duration pauses = Duration.ZERO;
        Instant busyUntil = null;
        for (Request request : inOrder) {
            if (busyUntil != null && request.begin().isAfter(busyUntil)) {
                pauses = pauses.plus(Duration.between(busyUntil, request.begin()));
            }
            busyUntil = busyUntil == null || request.end().isAfter(busyUntil) ? request.end() : busyUntil;
        }
        return pauses;
    }
}
