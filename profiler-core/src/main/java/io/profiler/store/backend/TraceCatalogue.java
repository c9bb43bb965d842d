// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.store.TraceSummary;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a backend can look up of its traces, each by an index; {@link TraceListing} answers every query with it.
 *
 * @since 0.1
 */
public interface TraceCatalogue {

    /**
     * One entry for each time a trace was active, the latest first. Closed by who asked.
     *
     * <p>Read lazily: most of the time only the first few entries are wanted.
     */
    Stream<Activity> latestActivity();

    /** The figures of some traces, in any order, without those that have no points. */
    List<TraceSummary> summaries(List<String> baseIds);

    /** The figures of all traces, in any order. */
    List<TraceSummary> allSummaries();

    /** The ids of traces that were active then or later, in any order. */
    List<String> activeSince(Instant time);

    /** The index of failed traces, whose timestamps are those of their last errors; in any order. */
    List<Activity> failed();

    /**
     * That something was written to a trace.
     *
     * @param baseId id of the trace
     * @param timestamp when, in the format of trace points
     */
    record Activity(String baseId, String timestamp) {}
}
