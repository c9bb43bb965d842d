// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.point;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TraceStore} has to do. A backend's test extends this class and makes stores over an empty backend;
 * all stores of one test see the same data.
 *
 * @since 0.1
 */
public abstract class TraceStoreContract extends OpenedStore
        implements TraceListContract, FailedTracesContract, AnsweredTracesContract, BoundedReadingContract {

    /** For JUnit, which makes one for each test. */
    protected TraceStoreContract() {}

    /**
     * {@return the points of a trace in the order in which this backend gives them back; by default as they were appended}
     *
     * @param appended in the order in which they were; not changed
     */
    protected List<TracePoint> inReadingOrder(List<TracePoint> appended) {
        return appended;
    }

    @Test
    void givesBackWhatWasAppended() {
        List<TracePoint> points = span("base", "base", "wsgi", 1);

        assertThat(store().append(points)).isEqualTo(AppendResult.allStored(2));

        assertThat(store().read("base")).containsExactlyElementsOf(inReadingOrder(points));
    }

    @Test
    void anEmptyBatchOnlyPreparesTheBackend() {
        assertThat(store().append(List.of())).isEqualTo(AppendResult.allStored(0));
        assertThat(store().append(List.of())).isEqualTo(AppendResult.allStored(0));

        assertThat(store().list(TraceQuery.all())).isEmpty();
    }

    @Test
    void anUnknownTraceIsEmpty() {
        assertThat(store().read("nowhere")).isEmpty();
        assertThat(store().list(TraceQuery.all())).isEmpty();
        assertThat(store().list(TraceQuery.failed())).isEmpty();
    }

    @Test
    void tracesAreKeptApart() {
        store().append(span("one", "one", "wsgi", 1));
        store().append(span("two", "two", "wsgi", 2));

        assertThat(store().read("two"))
                .hasSize(2)
                .allMatch(point -> point.baseId().equals("two"));
    }

    @Test
    void aBatchThatIsSentAgainIsStoredOnce() {
        List<TracePoint> first = span("base", "base", "wsgi", 1);
        List<TracePoint> second = span("base", "base", "db", 2);
        List<TracePoint> both = new ArrayList<>(first);
        both.addAll(second);

        store().append(first);

        assertThat(store().append(both)).isEqualTo(AppendResult.allStored(4));
        assertThat(store().read("base")).containsExactlyInAnyOrderElementsOf(both);
    }

    @Test
    void aSpanWithoutAStopIsKept() {
        List<TracePoint> start = span("base", "base", "wsgi", 1).subList(0, 1);

        store().append(start);

        assertThat(store().read("base")).isEqualTo(start);
    }

    @Test
    void infoComesBackAsItWent() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("text", "příliš 🐎 \u0000\u0001 \"'\\ </script> \u202e");
        info.put("key with space", true);
        info.put("ключ", Arrays.asList(1, 2.5, null, "x", Map.of("deep", List.of())));
        info.put("long", 9_007_199_254_740_993L);
        info.put("null", null);
        info.put("empty", Map.of());
        info.put("large", "x".repeat(1 << 20));
        info.put("host", "hôst");
        TracePoint point = point("base", UUID.randomUUID().toString(), "base", "имя-start", 1, info);

        store().append(List.of(point));

        assertThat(store().read("base")).containsExactly(point);
    }

    @Test
    void idsNeedNotBeUuids() {
        store().append(span("not a uuid / ž", "not a uuid / ž", "wsgi", 1));

        assertThat(store().read("not a uuid / ž")).hasSize(2);
    }

    @Test
    void aDeletedTraceIsGoneFromEveryList() {
        store().append(failedSpan("failed", 2));
        store().append(span("other", "other", "wsgi", 1));

        assertThat(store().delete("failed")).isEqualTo(2);
        assertThat(store().delete("failed")).isZero();

        assertThat(store().read("failed")).isEmpty();
        assertThat(idsOf(TraceQuery.all())).containsExactly("other");
        assertThat(store().list(TraceQuery.failed())).isEmpty();
    }

    @Test
    void aLargeTraceIsComplete() {
        List<TracePoint> points = IntStream.range(0, 10_000)
                .boxed()
                .flatMap(i -> span("base", "base", "span" + i, i).stream())
                .toList();
        for (int from = 0; from < points.size(); from += 1_000) {
            store().append(points.subList(from, from + 1_000));
        }

        List<TracePoint> read = store().read("base");
        assertThat(read).hasSize(20_000);
        assertThat(new HashSet<>(read)).isEqualTo(new HashSet<>(points));
    }

    @Test
    void severalWritersDoNotDisturbEachOther() {
        CompletableFuture<?>[] writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                        store().append(span("shared", "shared", "writer" + writer, i));
                        store().append(span("own" + writer, "own" + writer, "wsgi", i));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(store().read("shared")).hasSize(4 * 50 * 2);
        assertThat(store().read("own3")).hasSize(100);
        assertThat(store().list(TraceQuery.all())).hasSize(5);
    }
}
