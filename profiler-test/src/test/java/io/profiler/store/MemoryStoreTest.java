// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.point;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.profiler.point.TracePoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryStoreTest {

    private static final StoreOptions INDEXED = new StoreOptions(true, null, Duration.ofSeconds(1));

    @Test
    void whatDoesNotFitDisplacesWhatWasWrittenToLongestAgo() {
        TraceStore store = open("memory://?points=4", INDEXED);

        store.append(failedSpan("first", 1));
        store.append(span("second", "second", "wsgi", 2));
        store.append(span("third", "third", "wsgi", 3));

        assertThat(ids(store)).containsExactlyInAnyOrder("second", "third");
        assertThat(store.list(TraceQuery.failed())).isEmpty();
    }

    @Test
    void whoIsWrittenToAgainStays() {
        TraceStore store = open("memory://?points=5", INDEXED);

        store.append(span("first", "first", "wsgi", 1));
        store.append(span("second", "second", "wsgi", 2));
        store.append(span("first", "first", "db", 3).subList(0, 1));
        store.append(span("third", "third", "wsgi", 4));

        assertThat(ids(store)).containsExactlyInAnyOrder("first", "third");
    }

    @Test
    void longTextsFillItAsWell() {
        TraceStore store = open("memory://?points=100", INDEXED);
        Map<String, Object> statement = Map.of("statement", "x".repeat(40_000));

        store.append(List.of(point("first", "a", "first", "db-start", 1, statement)));
        store.append(List.of(point("second", "b", "second", "db-start", 2, statement)));
        store.append(List.of(point("third", "c", "third", "db-start", 3, statement)));

        assertThat(ids(store)).containsExactlyInAnyOrder("second", "third");
    }

    @Test
    void aTraceThatAloneIsTooLargeIsCutAndSaysSo() {
        TraceStore store = open("memory://?points=2", INDEXED);
        List<TracePoint> first = span("large", "large", "wsgi", 1);
        List<TracePoint> second = span("large", "large", "db", 2);
        store.append(first);

        AppendResult result = store.append(second);

        assertThat(result.rejections()).extracting(Rejection::point).containsExactlyElementsOf(second);
        assertThat(store.append(first)).isEqualTo(AppendResult.allStored(2));
        assertThat(store.read("large")).containsExactlyElementsOf(first);
    }

    @Test
    void whatIsTooLargeForItByItselfIsNoTrace() {
        TraceStore store = open("memory://?points=1", INDEXED);
        Map<String, Object> statement = Map.of("statement", "x".repeat(40_000));

        assertThat(store.append(List.of(point("large", "a", "large", "db-start", 1, statement)))
                        .rejected())
                .isEqualTo(1);
        assertThat(store.list(TraceQuery.all())).isEmpty();
    }

    @Test
    void whatIsDeletedMakesRoom() {
        TraceStore store = open("memory://?points=4", INDEXED);
        store.append(span("first", "first", "wsgi", 1));
        store.append(span("second", "second", "wsgi", 2));

        assertThat(store.delete("second")).isEqualTo(2);
        store.append(span("third", "third", "wsgi", 3));

        assertThat(ids(store)).containsExactlyInAnyOrder("first", "third");
    }

    @Test
    void whatIsOlderThanItsRetentionIsGone() {
        TraceStore store = open("memory://", new StoreOptions(true, Duration.ZERO, Duration.ofSeconds(1)));

        store.append(failedSpan("old", 1));

        assertThat(store.read("old")).isEmpty();
        assertThat(store.list(TraceQuery.failed())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"memory://here", "memory://?points=0", "memory://?points=many", "memory://?spans=3", "memory:x"})
    void whatItDoesNotKnowIsRefused(String connectionString) {
        assertThatExceptionOfType(InvalidConnectionStringException.class)
                .isThrownBy(() -> open(connectionString, INDEXED))
                .withMessageContaining("is not of the form memory://");
    }

    @Test
    void nobodyElseReadsIt() {
        StoreOptions reader = new StoreOptions(false, null, Duration.ofSeconds(1), true);

        assertThatExceptionOfType(InvalidConnectionStringException.class)
                .isThrownBy(() -> open("memory://", reader))
                .withMessageContaining("in the memory of the application");
    }

    private static TraceStore open(String connectionString, StoreOptions options) {
        return TraceStores.open(new ConnectionString(connectionString), options);
    }

    private static List<String> ids(TraceStore store) {
        return store.list(TraceQuery.all()).stream().map(TraceSummary::baseId).toList();
    }
}
