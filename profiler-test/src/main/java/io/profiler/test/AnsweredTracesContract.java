// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.answered;
import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.lasting;
import static io.profiler.test.SampleTraces.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.profiler.point.TracePoint;
import io.profiler.store.StatusFilter;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lists of a {@link TraceStore} have to tell of HTTP statuses: each trace has that of its first request. */
interface AnsweredTracesContract extends StoreUnderTest {

    @Test
    default void listsHowTracesWereAnsweredInWhicheverOrderTheirPointsCome() {
        store().append(answered("at once", 1, 200));
        List<TracePoint> backwards = new ArrayList<>(SampleTraces.withManifests(answered("piece by piece", 3, 404)));
        Collections.reverse(backwards);
        for (List<TracePoint> points : List.of(backwards, backwards)) {
            points.forEach(point -> store().append(List.of(point)));
        }

        assertThat(statuses()).containsOnly(entry("at once", 200), entry("piece by piece", 404));
    }

    @Test
    default void whatIsNoStatusIsNotKnown() {
        store().append(lasting("of another writer", 1, 1));
        store().append(failedSpan("failed", 2));
        store().append(answered("under way", 3, 200).subList(0, 1));
        store().append(answeredWith("no object", 4, "200"));
        store().append(answeredWith("no member", 5, Map.of()));
        store().append(answeredWith("no number", 6, Map.of("status", List.of("fine", 200))));
        store().append(answeredWith("no status", 7, Map.of("status", 20_000_000_000L)));
        store().append(answeredWith("decimal", 8, Map.of("status", 201.0)));

        assertThat(statuses())
                .containsOnly(
                        entry("of another writer", null),
                        entry("failed", null),
                        entry("under way", null),
                        entry("no object", null),
                        entry("no member", null),
                        entry("no number", null),
                        entry("no status", null),
                        entry("decimal", 201));
    }

    private static List<TracePoint> answeredWith(String baseId, int second, Object response) {
        return List.of(
                point(baseId, baseId + "-root", baseId, "wsgi-start", second, Map.of("host", "h")),
                point(
                        baseId,
                        baseId + "-root",
                        baseId,
                        "wsgi-stop",
                        second + 1,
                        Map.of("host", "h", "response", response)));
    }

    /** The second request is answered before the first one, and comes before it. */
    @Test
    default void ofSeveralRequestsTheFirstOneTells() {
        store().append(answered("overlapping", 12, 500));
        store().append(SampleTraces.withManifests(lasting("overlapping", 60, 2)));
        store().append(answered("overlapping", 10, 10, 201));
        store().append(lasting("lost", 20, 1).subList(0, 1));
        store().append(answered("lost", 30, 200));
        store().append(lasting("of another writer", 40, 1));
        store().append(answered("of another writer", 50, 503));

        assertThat(statuses())
                .containsOnly(entry("overlapping", 201), entry("lost", null), entry("of another writer", null));
    }

    /** Also where the clock of the service below is behind. */
    @Test
    default void theAnswerOfAServiceBelowIsNotThatOfTheTrace() {
        store().append(answered("caller", 5, 502));
        store().append(below("caller", 4, 404));
        store().append(below("caller", 7, 200));
        store().append(lasting("does not tell", 20, 9));
        store().append(below("does not tell", 22, 404));

        assertThat(statuses()).containsOnly(entry("caller", 502), entry("does not tell", null));
    }

    private static List<TracePoint> below(String baseId, int second, int status) {
        return answered(baseId, second, status).stream()
                .map(point -> new TracePoint(
                        point.name(),
                        baseId,
                        point.traceId(),
                        "a span of the caller",
                        point.timestamp(),
                        point.info(),
                        point.project(),
                        point.service()))
                .toList();
    }

    @Test
    default void listsTheTracesThatWereAnsweredAsIsAskedFor() {
        store().append(answered("fine", 1, 200));
        store().append(answered("refused", 3, 403));
        store().append(answered("nowhere", 5, 404));
        store().append(answered("broken", 7, 500));
        store().append(answered("away", 9, 503));
        store().append(failedSpan("failed", 11));
        store().append(lasting("unknown", 13, 1));
        StatusFilter serverErrors = new StatusFilter(500, 599, false);

        assertThat(answers(StatusFilter.of(404), 0)).containsExactly("nowhere");
        assertThat(answers(serverErrors, 0)).containsExactly("away", "broken");
        assertThat(answers(serverErrors, 1)).containsExactly("away");
        assertThat(answers(StatusFilter.FAILED, 0)).containsExactly("failed", "away", "broken", "nowhere", "refused");
        assertThat(answers(StatusFilter.FAILED, 2)).containsExactly("failed", "away");
        assertThat(idsOf(TraceQuery.failed().withStatus(StatusFilter.FAILED))).containsExactly("failed");
        assertThat(idsOf(TraceQuery.failed().withStatus(serverErrors))).isEmpty();
        assertThat(store().list(TraceQuery.all().withStatus(serverErrors)))
                .allSatisfy(trace -> assertThat(trace.toDocument()).containsEntry("failed", true));
    }

    private List<String> answers(StatusFilter filter, int limit) {
        return idsOf(TraceQuery.newest(limit).withStatus(filter));
    }

    /** By newest and by all, which some backends look up in different ways. */
    private Map<String, @Nullable Integer> statuses() {
        Map<String, @Nullable Integer> statuses = of(store().list(TraceQuery.all()));
        assertThat(of(store().list(TraceQuery.newest(20)))).isEqualTo(statuses);
        return statuses;
    }

    private static Map<String, @Nullable Integer> of(List<TraceSummary> traces) {
        Map<String, @Nullable Integer> statuses = new HashMap<>();
        traces.forEach(trace -> statuses.put(trace.baseId(), trace.status()));
        return statuses;
    }
}
