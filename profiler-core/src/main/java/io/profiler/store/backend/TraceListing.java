// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.point.PointTime;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers a query with as few look-ups as it takes: the newest traces by paging back in time with two look-ups a page,
 * anything else by one that adds up all traces.
 *
 * @since 0.1
 */
public final class TraceListing {

    private static final int PAGE = 200;

    private final TraceCatalogue catalogue;

    /**
     * @param catalogue what the backend can look up
     */
    public TraceListing(TraceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The traces that a query asks for, in its order. */
    public List<TraceSummary> list(TraceQuery query) {
        if (query.failedOnly()) {
            return query.select(failed());
        }
        return query.limit() > 0 && query.order() == TraceQuery.Order.STARTED
                ? newest(query)
                : query.select(summaries(query.since()));
    }

    private Stream<TraceSummary> summaries(@Nullable Instant since) {
        return since == null ? catalogue.allSummaries().stream() : summaries(catalogue.activeSince(since));
    }

    private Stream<TraceSummary> summaries(List<String> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + PAGE)))
                .flatMap(page -> catalogue.summaries(page).stream());
    }

    private Stream<TraceSummary> failed() {
        Map<String, String> lastErrors = new LinkedHashMap<>();
        catalogue
                .failed()
                .forEach(failed -> lastErrors.merge(failed.baseId(), failed.timestamp(), TraceListing::later));
        Map<String, TraceSummary> known = summaries(List.copyOf(lastErrors.keySet()))
                .collect(Collectors.toMap(TraceSummary::baseId, Function.identity()));
        return lastErrors.entrySet().stream()
                .map(failed -> known.getOrDefault(
                                failed.getKey(), TraceSummary.ofFailed(failed.getKey(), failed.getValue()))
                        .withLastError(failed.getValue()));
    }

    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Traces found are exact once what is left was last active before the oldest of them began. */
    private List<TraceSummary> newest(TraceQuery query) {
        List<TraceSummary> found = List.of();
        try (Stream<TraceCatalogue.Activity> latest = catalogue.latestActivity()) {
            Pages pages = new Pages(latest.iterator(), Math.min(PAGE, query.limit()));
            while (pages.hasNext() && !isComplete(found, pages.reached(), query)) {
                List<TraceSummary> more = catalogue.summaries(pages.next());
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
        Instant oldest = found.size() < query.limit()
                ? null
                : found.get(found.size() - 1).startedAt();
        return oldest != null && reached.isBefore(oldest);
    }

    /** The ids of traces by when they were last active; each page is larger than the one before, up to a bound. */
    private static final class Pages {

        private final Iterator<TraceCatalogue.Activity> latest;
        private int size;
        private final Set<String> seen = new HashSet<>();
        private @Nullable Instant reached;

        Pages(Iterator<TraceCatalogue.Activity> latest, int firstSize) {
            this.latest = latest;
            this.size = firstSize;
        }

        boolean hasNext() {
            return latest.hasNext();
        }

        /** Activity later than this was seen, and nothing else. */
        @Nullable
        Instant reached() {
            return reached;
        }

        List<String> next() {
            List<String> page = new ArrayList<>(size);
            while (page.size() < size && latest.hasNext()) {
                TraceCatalogue.Activity activity = latest.next();
                Instant time = PointTime.parse(activity.timestamp());
                reached = time == null ? reached : time;
                if (seen.add(activity.baseId())) {
                    page.add(activity.baseId());
                }
            }
            size = Math.min(PAGE, 2 * size);
            return page;
        }
    }
}
