// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which traces a list holds, and in which order.
 *
 * @param failedOnly only traces in the index of failed ones, which the writer fills if {@code
 *     profiler.filter-error-trace} is on
 * @param since only traces that began then or later; null for all
 * @param minDuration only traces that took as long, or longer; null for all
 * @param service only traces whose first point names this service; null for all
 * @param name only traces whose name holds this text, whatever its case; null for all
 * @param order what comes first
 * @param limit how many traces at most, 0 for all
 * @param withErrors only traces in which a span ended in an error
 * @param latest only among so many traces as were active last, 0 for all: what bounds the memory that a list takes; a
 *     store that cannot tell which these are may look at others, or at more
 * @param status only traces that were answered so; null for all
 * @since 0.1
 */
public record TraceQuery(
        boolean failedOnly,
        @Nullable Instant since,
        @Nullable Duration minDuration,
        @Nullable String service,
        @Nullable String name,
        Order order,
        int limit,
        boolean withErrors,
        int latest,
        @Nullable StatusFilter status) {

    /** What comes first in a list; of traces that are alike in that, the later one. */
    public enum Order {
        /** The trace that began last. */
        STARTED(Comparator.comparing(TraceSummary::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()))),
        /** The trace that took longest. */
        DURATION(Comparator.comparing(TraceSummary::duration)),
        /** The trace with most spans. */
        SPANS(Comparator.comparingLong(TraceSummary::spans)),
        /** The trace with most errors. */
        ERRORS(Comparator.comparingLong(TraceSummary::errors));

        private final Comparator<TraceSummary> least;

        Order(Comparator<TraceSummary> least) {
            this.least = least;
        }

        Comparator<TraceSummary> comparator() {
            return least.reversed()
                    .thenComparing(STARTED.least.reversed())
                    .thenComparing(Comparator.comparing(TraceSummary::timestamp).reversed())
                    .thenComparing(TraceSummary::baseId);
        }
    }

    /**
     * Checks what counts traces.
     *
     * @throws IllegalArgumentException if {@code limit} or {@code latest} is negative
     */
    public TraceQuery {
        if (limit < 0 || latest < 0) {
            throw new IllegalArgumentException("limit is " + Math.min(limit, latest) + ", which is negative");
        }
    }

    /**
     * For traces with errors or without, among all, however they were answered.
     *
     * @param failedOnly only traces in the index of failed ones
     * @param since only traces that began then or later; null for all
     * @param minDuration only traces that took as long, or longer; null for all
     * @param service only traces whose first point names this service; null for all
     * @param name only traces whose name holds this text, whatever its case; null for all
     * @param order what comes first
     * @param limit how many traces at most, 0 for all
     * @throws IllegalArgumentException if the limit is negative
     */
    public TraceQuery(
            boolean failedOnly,
            @Nullable Instant since,
            @Nullable Duration minDuration,
            @Nullable String service,
            @Nullable String name,
            Order order,
            int limit) {
        this(failedOnly, since, minDuration, service, name, order, limit, false, 0, null);
    }

    /** {@return the query for every trace, the one that began last first} */
    public static TraceQuery all() {
        return new TraceQuery(false, null, null, null, null, Order.STARTED, 0);
    }

    /** {@return the query for every trace in the index of failed ones, the one that began last first} */
    public static TraceQuery failed() {
        return new TraceQuery(true, null, null, null, null, Order.STARTED, 0);
    }

    /**
     * {@return the query for the traces that began last, the newest first}
     *
     * @param limit how many at most, 0 for all
     */
    public static TraceQuery newest(int limit) {
        return new TraceQuery(false, null, null, null, null, Order.STARTED, limit);
    }

    /**
     * {@return the same query, for the traces among them that were answered so}
     *
     * @param status null for all
     */
    public TraceQuery withStatus(@Nullable StatusFilter status) {
        return new TraceQuery(failedOnly, since, minDuration, service, name, order, limit, withErrors, latest, status);
    }

    /**
     * {@return those of some traces that are asked for, in the order that is asked for} For a store that cannot ask its
     * backend for them; {@link #failedOnly} and {@link #latest} are left to the store.
     *
     * @param traces in any order, each once; consumed, with no more than {@link #limit} of them held in memory
     */
    public List<TraceSummary> select(Stream<TraceSummary> traces) {
        Stream<TraceSummary> selected = traces.filter(this::matches);
        return limit == 0 ? selected.sorted(order.comparator()).toList() : first(selected);
    }

    /** Keeps no more than there is room for. */
    private List<TraceSummary> first(Stream<TraceSummary> traces) {
        PriorityQueue<TraceSummary> first =
                new PriorityQueue<>(order.comparator().reversed());
        traces.forEach(trace -> {
            first.add(trace);
            if (first.size() > limit) {
                first.remove();
            }
        });
        return first.stream().sorted(order.comparator()).toList();
    }

    /** Whether a trace is asked for, {@link #failedOnly} aside. */
    boolean matches(TraceSummary trace) {
        return (since == null || trace.startedAt() != null && !trace.startedAt().isBefore(since))
                && (minDuration == null || trace.duration().compareTo(minDuration) >= 0)
                && (service == null || service.equals(trace.service()))
                && (name == null || contains(trace.name(), name))
                && (!withErrors || trace.errors() > 0)
                && (status == null || status.matches(trace));
    }

    private static boolean contains(@Nullable String text, String part) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
