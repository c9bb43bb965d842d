// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.store.TraceSummary;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestTimesTest {

    private static final String TIME = "2026-01-31T12:00:00.000000";

    /** Ids may be long, and a command of a database has a bound. */
    @Test
    void aPageHasFewEnoughTraces() {
        List<TraceSummary> traces = IntStream.range(0, 501)
                .mapToObj(i -> trace(String.valueOf(i), 2))
                .toList();

        List<List<String>> pages = RequestTimes.pagesOf(traces);

        assertThat(pages).extracting(List::size).containsExactly(500, 1);
        assertThat(pages.stream().flatMap(List::stream))
                .containsExactlyElementsOf(
                        traces.stream().map(TraceSummary::baseId).toList());
    }

    @Test
    void aPageHasFewEnoughRequests() {
        assertThat(RequestTimes.pagesOf(Collections.nCopies(11, trace("base", RequestTimes.MOST))))
                .extracting(List::size)
                .containsExactly(10, 1);
    }

    @Test
    void whichRequestWasFirstIsNotKnownBesideOneWhoseTimeIsNotKept() {
        RequestTimes requests = new RequestTimes();
        requests.add("short", false, TIME, 404);
        assertThat(requests.first()).isEqualTo("short");

        requests.add("x".repeat(TraceListing.LONGEST_ID + 1), false, TIME, 200);

        assertThat(requests.first()).isNull();
        assertThat(requests.applyTo(trace("base", 2)))
                .returns(2L, TraceSummary::requests)
                .returns(null, TraceSummary::status);
    }

    private static TraceSummary trace(String baseId, long requests) {
        return new TraceSummary(baseId, TIME, "wsgi", null, null, Duration.ZERO, requests, requests, 0, null);
    }
}
