// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.store.TraceQuery;
import io.profiler.store.TraceSummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers a query with as few look-ups as it takes: the newest traces, or the best of so many latest ones, by paging back in
 * time with two look-ups a page; anything else by one that adds up all traces.
 *
 * @since 0.1
 */
public final class TraceListing {

    private static final int PAGE = 200;

    /**
     * How many characters an id of a trace has that is in lists. No service of ours has longer ones, unless it is told to; of
     * others' many are remembered at once.
     */
    public static final int LONGEST_ID = 1_024;

    private final TraceCatalogue catalogue;

    /**
     * Keeps nothing between two lists.
     *
     * @param catalogue what the backend can look up
     */
    public TraceListing(TraceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * {@return the traces that a query asks for, in its order}
     *
     * @param query as given to {@link io.profiler.store.TraceReader#list}
     */
    public List<TraceSummary> list(TraceQuery query) {
        if (query.failedOnly()) {
            return query.select(failed(query.latest()));
        }
        boolean newest = query.limit() > 0 && query.order() == TraceQuery.Order.STARTED;
        return newest || query.latest() > 0 ? latest(query) : query.select(summaries(query.since()));
    }

    private Stream<TraceSummary> summaries(@Nullable Instant since) {
        return since == null
                ? catalogue.allSummaries().stream().filter(trace -> isListed(trace.baseId()))
                : summaries(catalogue.activeSince(since));
    }

    /**
     * {@return whether a trace is in lists: one with an endless id is not}
     *
     * @param baseId id of the trace
     */
    public static boolean isListed(String baseId) {
        return baseId.length() <= LONGEST_ID;
    }

    private Stream<TraceSummary> summaries(List<String> all) {
        List<String> ids = all.stream().filter(TraceListing::isListed).toList();
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + PAGE)))
                .flatMap(page -> catalogue.summaries(page).stream());
    }

    private Stream<TraceSummary> failed(int most) {
        Map<String, String> lastErrors = new LinkedHashMap<>();
        catalogue.failed(most).stream()
                .filter(failed -> isListed(failed.baseId()))
                .forEach(failed -> lastErrors.merge(failed.baseId(), failed.timestamp(), TraceListing::later));
        Map<String, TraceSummary> known = summaries(List.copyOf(lastErrors.keySet()))
                .collect(Collectors.toMap(TraceSummary::baseId, Function.identity(), (one, same) -> one));
        return lastErrors.entrySet().stream()
                .map(failed -> known.getOrDefault(
                                failed.getKey(), TraceSummary.ofFailed(failed.getKey(), failed.getValue()))
                        .withLastError(failed.getValue()));
    }

    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Traces found are exact once what is left was last active before the oldest of them began. */
    private List<TraceSummary> latest(TraceQuery query) {
        List<TraceSummary> found = List.of();
        int firstSize = query.limit() == 0 ? PAGE : Math.min(PAGE, query.limit());
        try (LatestTraces pages = new LatestTraces(catalogue, firstSize, query.latest())) {
            while (pages.hasNext() && !isComplete(found, pages.reached(), query)) {
                List<TraceSummary> more = catalogue.summaries(pages.next(PAGE));
                found = query.select(Stream.concat(found.stream(), more.stream()));
            }
        }
        return found;
    }

    private static boolean isComplete(List<TraceSummary> found, @Nullable Instant reached, TraceQuery query) {
        if (reached == null) {
            return false;
        }
        Instant since = query.since();
        if (since != null && reached.isBefore(since)) {
            return true;
        }
        boolean isBest = query.order() == TraceQuery.Order.STARTED && query.limit() > 0;
        Instant oldest = !isBest || found.size() < query.limit()
                ? null
                : found.get(found.size() - 1).startedAt();
        return oldest != null && reached.isBefore(oldest);
    }
}
