// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.servers.AmqpBroker;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreInUseException;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreStatus;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import io.profiler.test.TraceStoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MessagingTraceStoreTest extends TraceStoreContract {

    private static final String QUEUE = "profiler.info";

    @RegisterExtension
    static final AmqpBroker broker = new AmqpBroker();

    @Override
    public TraceStore createStore(StoreOptions options) {
        return TraceStores.open(new ConnectionString(broker.url() + "?idle_timeout=0.2"), options);
    }

    /** Whoever sent them may have no index of failed traces; the queue has none. */
    @Test
    @Override
    public void withoutTheFilterFailedTracesAreNotListed() {
        try (TraceStore plain = createStore(StoreOptions.defaults())) {
            plain.append(failedSpan("failed", 2));

            assertThat(plain.list(TraceQuery.failed())).hasSize(1);
        }
    }

    @Test
    void theStatusCountsWhatWaitsAndTakesNothing() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.status().points()).isZero();
            store.append(span("one", "one", "wsgi", 1));

            StoreStatus status = store.status();

            assertThat(status.server()).matches("\\S+ .*\\d.*");
            assertThat(status.points()).isEqualTo(2);
            assertThat(status.writers()).contains("oslo.messaging's format 1.0");
            assertThat(store.read("one")).hasSize(2);
        }
    }

    @Test
    void readingTakesNothingAway() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("one", "one", "wsgi", 1));
            store.append(span("two", "two", "wsgi", 2));

            assertThat(store.read("one")).hasSize(2);
            assertThat(store.read("none")).isEmpty();
            assertThat(store.read("two")).hasSize(2);
            assertThat(store.read("one")).hasSize(2);
        }

        assertThat(broker.waiting(QUEUE)).isEqualTo(4);
    }

    @Test
    void noMoreTracesAreAddedUpThanAreAskedFor() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            for (int second = 0; second < 9; second++) {
                store.append(span("trace" + second, "trace" + second, "wsgi", second));
            }
            TraceQuery amongThree =
                    new TraceQuery(false, null, null, null, null, TraceQuery.Order.SPANS, 20, false, 3, null);

            assertThat(store.list(amongThree))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("trace8", "trace7", "trace6");
        }
    }

    @Test
    void whatIsNoTracePointIsLeftInTheQueue() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
            publish(
                    "{\"payload\": {\"base_id\": \"base\", \"name\": 5}}",
                    "not JSON",
                    "[]",
                    "{\"payload\": \"text\"}",
                    "");

            assertThat(store.read("base")).hasSize(2);
            assertThat(store.list(TraceQuery.all())).hasSize(1);
        }

        assertThat(broker.waiting(QUEUE)).isEqualTo(7);
    }

    private static void publish(String... bodies) {
        broker.onChannel(channel -> {
            for (String body : bodies) {
                channel.basicPublish("openstack", QUEUE, null, body.getBytes());
            }
            return true;
        });
    }

    /** Read as a tree it would be twenty times as large, in an application that only looks. */
    @Test
    void aMessageAboveTwoMegabytesIsNotRead(CapturedOutput output) {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of());
            publish("{\"payload\": {\"name\": \"wsgi-start\", \"base_id\": \"large\", \"trace_id\": \"large\","
                    + " \"parent_id\": \"large\", \"timestamp\": \"2026-01-31T12:00:00.000000\", \"info\": {\"a\": ["
                    + "{},".repeat(800_000) + "{}]}}}");

            assertThat(store.status().writers()).contains("too large to be looked at");
            store.append(span("base", "base", "wsgi", 1));

            assertThat(store.read("large")).isEmpty();
            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("base");
        }
        assertThat(output.getOut()).containsOnlyOnce("is left out: no more than 2097152 are read of one");
        assertThat(broker.waiting(QUEUE)).isEqualTo(3);
    }

    @Test
    void aTraceWithAnEndlessIdIsNotListed() {
        String endless = "x".repeat(1_025);
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span(endless, endless, "wsgi", 1));
            store.append(span("base", "base", "wsgi", 2));

            assertThat(store.list(TraceQuery.all()))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("base");
            assertThat(store.read(endless)).hasSize(2);
        }
    }

    @Test
    void whoeverElseReadsTheQueueIsNotRobbedOfHalfATrace() throws Exception {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
            broker.onChannel(channel -> {
                channel.basicConsume(QUEUE, (tag, message) -> {}, tag -> {});

                assertThatThrownBy(() -> store.read("base"))
                        .isInstanceOf(StoreInUseException.class)
                        .hasMessageEndingWith("gives no traces back now: a collector takes them from its queue " + QUEUE
                                + " to its own store, or somebody reads it, who is done soon");
                return true;
            });

            assertThat(store.read("base")).hasSize(2);
        }
    }

    @Test
    void aPointWithoutAFormInJsonDoesNotTakeTheOthersWithIt() {
        TracePoint start = span("base", "base", "wsgi", 1).get(0);
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        List<TracePoint> points = List.of(
                start,
                new TracePoint(
                        "endless-start", "base", "endless", "base", start.timestamp(), Map.of("x", endless), "p", "s"));

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.append(points))
                    .returns(1, AppendResult::stored)
                    .returns(1, result -> result.rejections().size());
            assertThat(store.read("base")).containsExactly(start);
        }
    }

    @Test
    void halfACharacterAndNumbersThatJsonDoesNotHaveArrive() {
        TracePoint start = span("base", "base", "wsgi", 1).get(0);
        Map<String, Object> info = Map.of("text", "\ud83d", "number", Double.NaN);
        TracePoint odd = new TracePoint("odd-start", "base", "odd", "base", start.timestamp(), info, "p", "s");

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of(odd));

            assertThat(store.read("base")).containsExactly(odd);
        }
    }

    @Test
    void goesOnAfterTheBrokerWasAway() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("before", "before", "wsgi", 1));
            broker.stop();
            assertThatThrownBy(() -> store.append(span("base", "base", "wsgi", 1)))
                    .isInstanceOf(StoreUnavailableException.class);
            broker.start();

            assertThat(store.append(span("base", "base", "wsgi", 1))).isEqualTo(AppendResult.allStored(2));
            assertThat(store.read("base")).hasSize(2);
        }
    }

    @Test
    void usesTheConnectionsOfAnApplication() {
        CachingConnectionFactory connections = new CachingConnectionFactory("127.0.0.1", broker.port());
        try (TraceStore store = new MessagingTraceStore(Broker.sharing(connections), MessagingOptions.defaults())) {
            store.append(span("base", "base", "wsgi", 1));
        }

        assertThat(connections.createConnection().isOpen()).isTrue();
        assertThat(broker.waiting(QUEUE)).isEqualTo(2);
        connections.destroy();
    }
}
