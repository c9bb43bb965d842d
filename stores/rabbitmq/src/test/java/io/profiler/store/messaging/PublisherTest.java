// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.servers.AmqpBroker;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches that go out in several bursts. */
class PublisherTest {

    private static final int POINTS = 1_000;

    @RegisterExtension
    static final AmqpBroker broker = new AmqpBroker();

    private TraceStore store;

    @BeforeEach
    void open() {
        store = TraceStores.open(new ConnectionString(broker.url() + "?idle_timeout=0.2"), StoreOptions.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachPointIsSentOnce() {
        List<TracePoint> points = points();

        assertThat(store.append(points)).isEqualTo(AppendResult.allStored(POINTS));

        assertThat(broker.waiting("profiler.info")).isEqualTo(POINTS);
        assertThat(store.read("base")).containsExactlyElementsOf(points);
    }

    @Test
    void whatTheBrokerFindsTooLargeDoesNotTakeTheOthersWithIt() {
        List<TracePoint> small = points();
        List<TracePoint> points = new ArrayList<>(small);
        points.add(300, point(POINTS, Map.of("text", "x".repeat(AmqpBroker.TOO_LARGE_BYTES))));
        points.add(900, point(POINTS + 1, Map.of("text", "x".repeat(AmqpBroker.TOO_LARGE_BYTES))));

        assertThat(store.append(points))
                .returns(POINTS, AppendResult::stored)
                .returns(2, result -> result.rejections().size());

        assertThat(store.read("base")).containsExactlyInAnyOrderElementsOf(small);
    }

    private static List<TracePoint> points() {
        return IntStream.range(0, POINTS).mapToObj(i -> point(i, Map.of())).toList();
    }

    private static TracePoint point(int number, Map<String, Object> info) {
        return new TracePoint(
                "db-start", "base", "span-" + number, "base", "2026-01-31T12:00:00.123456", info, "p", "s");
    }
}
