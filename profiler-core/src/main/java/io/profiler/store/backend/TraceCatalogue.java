// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.store.TraceSummary;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a backend can look up of its traces, each by an index; {@link TraceListing} answers every query with it.
 *
 * @since 0.1
 */
public interface TraceCatalogue {

    /**
     * One entry or more for each trace, for when it was active, the latest first. Closed by who asked.
     *
     * <p>Read lazily: most of the time only the first few entries are wanted.
     *
     * @param upTo timestamp of the latest entry that is wanted, null for all; there may be later ones all the same
     * @param without ids of traces that have been seen too often; they may be there all the same
     * @return entries of which a trace may have any number; closing it frees what the backend keeps for it
     */
    Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without);

    /**
     * {@return the figures of some traces, in any order, without those that have no points}
     *
     * @param baseIds up to 200, each once; may be empty
     */
    List<TraceSummary> summaries(List<String> baseIds);

    /** {@return the figures of all traces, in any order} */
    List<TraceSummary> allSummaries();

    /**
     * {@return the ids of traces that were active then or later, each once, in any order; others among them do no harm}
     *
     * @param time points are compared with it by their timestamps
     */
    List<String> activeSince(Instant time);

    /**
     * {@return the index of failed traces, whose timestamps are those of their last errors; in any order} A trace may have
     * several entries, of which the latest counts.
     *
     * @param most only so many that failed last, 0 for all
     */
    List<Activity> failed(int most);

    /**
     * That something was written to a trace.
     *
     * @param baseId id of the trace
     * @param timestamp when, in the format of trace points
     */
    record Activity(String baseId, String timestamp) {}
}
