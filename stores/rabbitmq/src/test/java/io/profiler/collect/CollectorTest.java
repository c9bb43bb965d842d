// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import io.profiler.point.TracePoint;
import io.profiler.servers.AmqpBroker;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceWriter;
import io.profiler.store.messaging.TracePointQueue;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorTest {

    private static final String QUEUE = "profiler.info";
    private static final String DEAD_LETTERS = "profiler.dead-letter";
    private static final CollectorSettings SETTINGS =
            new CollectorSettings(100, 50, Duration.ofMillis(50), Duration.ofMillis(200), 1 << 20);

    @RegisterExtension
    static final AmqpBroker broker = new AmqpBroker();

    private final MoodyStore store = new MoodyStore();
    private final Map<Collector, Thread> running = new IdentityHashMap<>();
    private TracePointQueue queue;
    private TraceStore sender;

    @BeforeEach
    void open() {
        queue = TracePointQueue.at(new ConnectionString(broker.url()), Duration.ofSeconds(2));
        sender = TraceStores.open(new ConnectionString(broker.url()), StoreOptions.defaults());
    }

    @AfterEach
    void close() throws InterruptedException {
        running.keySet().forEach(Collector::stop);
        for (Thread thread : running.values()) {
            thread.join();
        }
        sender.close();
        queue.close();
    }

    @Test
    void movesEveryPointOnceHoweverOftenItWasSent() {
        sender.append(points("wsgi", 120));
        sender.append(points("wsgi", 120));

        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.runUntilEmpty();

        assertThat(store.read("base")).containsExactlyInAnyOrderElementsOf(points("wsgi", 120));
        assertThat(collector.counts()).isEqualTo(new CollectorCounts(240, 0, 0, 0));
        assertThat(broker.waiting(QUEUE)).isZero();
    }

    @Test
    void whatIsNoTracePointBecomesADeadLetterAtOnce() {
        sender.append(points("wsgi", 1));
        publish("not JSON", null);
        publish("{\"payload\": {}}", Map.of("CC", List.of(QUEUE)));

        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.runUntilEmpty();

        assertThat(store.read("base")).hasSize(1);
        assertThat(collector.counts()).isEqualTo(new CollectorCounts(1, 2, 0, 0));
        GetResponse letter = deadLetter();
        assertThat(letter.getBody()).isEqualTo("not JSON".getBytes());
        assertThat(letter.getProps().getHeaders().get("x-profiler-reason").toString())
                .startsWith("not a notification: ");
        assertThat(deadLetter().getProps().getHeaders().keySet()).containsExactly("x-profiler-reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "+12026-01-31T00:00:01", ""})
    void whatHasNoTimeBecomesADeadLetter(String timestamp) {
        TracePoint good = points("wsgi", 1).get(0);
        sender.append(List.of(
                good, new TracePoint("a-start", "base", "a", "base", timestamp, Map.of("host", "h"), "demo", "api")));

        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.runUntilEmpty();

        assertThat(store.read("base")).containsExactly(good);
        assertThat(collector.counts()).isEqualTo(new CollectorCounts(1, 1, 0, 0));
        assertThat(deadLetter().getProps().getHeaders().get("x-profiler-reason"))
                .hasToString("not a trace point: its 'timestamp' cannot be read");
    }

    /** Lists and indexes hold ids by the thousand. */
    @ParameterizedTest
    @ValueSource(strings = {"base_id", "trace_id", "parent_id", "name"})
    void whatHasAnEndlessIdOrNameBecomesADeadLetter(String member) {
        TracePoint good = points("wsgi", 1).get(0);
        Map<String, Object> endless = good.toDocument();
        endless.put(member, "x".repeat(5_000));
        sender.append(List.of(good, TracePoint.fromDocument(endless)));

        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.runUntilEmpty();

        assertThat(store.read("base")).containsExactly(good);
        assertThat(collector.counts()).isEqualTo(new CollectorCounts(1, 1, 0, 0));
        assertThat(deadLetter().getProps().getHeaders().get("x-profiler-reason").toString())
                .startsWith("not a trace point: its '" + member + "' has 5000 characters, more than ");
    }

    @Test
    void aFarOffTimeIsCollectedLikeAnyOther() {
        TracePoint yearOne = new TracePoint(
                "a-start", "base", "a", "base", "0001-01-01T00:00:00.000000", Map.of("host", "h"), "demo", "api");
        sender.append(List.of(yearOne));

        new Collector(queue, only(store), SETTINGS).runUntilEmpty();

        assertThat(store.read("base")).containsExactly(yearOne);
    }

    @Test
    void anInterruptThatIsNotMeantForItEndsNoCollector() throws Exception {
        store.leavesInterrupt = true;
        Collector collector = new Collector(queue, only(store), SETTINGS);
        Thread thread = started(collector);
        for (int i = 1; i <= 3; i++) {
            sender.append(points("span" + i + "-", 1));
            int stored = i;
            await().until(() -> collector.counts().stored() == stored);
            thread.interrupt();
        }
        store.away = true;
        sender.append(points("while away", 1));
        await().until(() -> store.attempts > 5);
        store.away = false;

        await().until(() -> collector.counts().stored() >= 4);
        collector.stop();
        thread.join();
    }

    @Test
    void oneThatIsStoppedCollectsAgainOnlyWhenItIsReopened() {
        sender.append(points("wsgi", 1));
        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.stop();
        collector.runUntilEmpty();
        assertThat(store.read("base")).isEmpty();

        collector.reopen();
        collector.runUntilEmpty();

        assertThat(store.read("base")).hasSize(1);
    }

    @Test
    void aMessageThatHoldsNothingEndsNoCollector() {
        sender.append(points("wsgi", 1));
        publish("null", null);
        publish("{\"oslo.message\": \"null\"}", null);
        publish("{\"payload\": 5}", null);

        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.runUntilEmpty();

        assertThat(store.read("base")).hasSize(1);
        assertThat(collector.counts()).isEqualTo(new CollectorCounts(1, 3, 0, 0));
    }

    @Test
    void aMessageThatIsTooLargeBecomesADeadLetterThatNobodyHasRead() {
        sender.append(points("wsgi", 1));
        publish("x".repeat(3 << 20), null);

        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.runUntilEmpty();

        assertThat(collector.counts()).isEqualTo(new CollectorCounts(1, 1, 0, 0));
        GetResponse letter = deadLetter();
        assertThat(letter.getBody()).hasSize(64 << 10);
        assertThat(letter.getProps().getHeaders().get("x-profiler-reason"))
                .hasToString("too large to be read: it had 3145728 bytes, of which the first 65536 are kept");
    }

    @Test
    void moreThanMemoryHoldsIsTakenInSmallerPortions() {
        sender.append(large(60, 100_000));

        Collector collector = new Collector(
                queue,
                only(store),
                new CollectorSettings(100, 50, Duration.ofMillis(50), Duration.ofMillis(200), 1 << 20, 1 << 20));
        collector.runUntilEmpty();

        assertThat(store.read("base")).hasSize(60);
        assertThat(broker.waiting(QUEUE)).isZero();
        assertThat(store.largestBatch).isLessThanOrEqualTo(3);
    }

    private static List<TracePoint> large(int count, int length) {
        return points("large", count).stream()
                .map(point -> new TracePoint(
                        point.name(),
                        point.baseId(),
                        point.traceId(),
                        point.parentId(),
                        point.timestamp(),
                        Map.of("host", "h", "text", "x".repeat(length)),
                        point.project(),
                        point.service()))
                .toList();
    }

    @Test
    void goesOnAfterAFaultThatIsNoException() {
        sender.append(points("wsgi", 10));
        store.error = new NoClassDefFoundError("somewhere");
        Collector collector = new Collector(queue, only(store), SETTINGS);
        started(collector);
        await().until(() -> store.attempts > 0);

        store.error = null;

        await().until(() -> collector.counts().stored() == 10);
        assertThat(store.read("base")).hasSize(10);
    }

    @Test
    void whatTheStoreRefusesForGoodDoesNotTakeTheOthersWithIt() {
        sender.append(points("refused", 1));
        sender.append(points("faulty", 1));
        sender.append(points("wsgi", 3));

        Collector collector = new Collector(queue, only(store), SETTINGS);
        collector.runUntilEmpty();

        assertThat(store.read("base")).hasSize(3);
        assertThat(collector.counts()).isEqualTo(new CollectorCounts(3, 0, 2, 0));
        assertThat(broker.waiting(DEAD_LETTERS)).isEqualTo(2);
        assertThat(deadLetter().getProps().getHeaders().get("x-profiler-reason"))
                .hasToString("refused by moody://: a matter of taste");
    }

    @Test
    void whatTheStoreRefusesItNamesAtOnce() {
        sender.append(points("wsgi", 31));
        sender.append(points("refused", 1));
        runUntilEmpty();

        assertThat(store.read("base")).hasSize(31);
        assertThat(broker.waiting(DEAD_LETTERS)).isEqualTo(1);
        assertThat(store.attempts).isEqualTo(1);
    }

    @Test
    void whatTheStoreFailsAtIsFoundInAFewSteps() {
        sender.append(points("wsgi", 31));
        sender.append(points("faulty", 1));
        runUntilEmpty();

        assertThat(store.read("base")).hasSize(31);
        assertThat(broker.waiting(DEAD_LETTERS)).isEqualTo(1);
        assertThat(store.attempts).isEqualTo(11);
    }

    @Test
    void whatTheStoreRefusesWithoutANameIsFoundInAFewSteps() {
        store.namesNothing = true;
        sender.append(points("wsgi", 31));
        sender.append(points("refused", 1));
        runUntilEmpty();

        assertThat(store.read("base")).hasSize(31);
        assertThat(broker.waiting(DEAD_LETTERS)).isEqualTo(1);
        assertThat(store.attempts).isEqualTo(11);
    }

    private void runUntilEmpty() {
        CollectorSettings batchesOf32 =
                new CollectorSettings(100, 32, Duration.ofSeconds(5), Duration.ofMillis(200), 1 << 20);
        new Collector(queue, only(store), batchesOf32).runUntilEmpty();
    }

    @Test
    void whileTheStoreIsAwayEverythingStaysInTheQueue() throws Exception {
        sender.append(points("wsgi", 300));
        store.away = true;
        Collector collector = new Collector(queue, only(store), SETTINGS);
        Thread thread = started(collector);
        await().until(() -> store.attempts > 2);

        collector.stop();
        thread.join();

        assertThat(collector.counts().stored()).isZero();
        await().until(() -> broker.waiting(QUEUE) == 300);
    }

    @Test
    void goesOnWhenTheStoreIsBack() throws Exception {
        sender.append(points("wsgi", 300));
        store.away = true;
        Collector collector = new Collector(queue, only(store), SETTINGS);
        Thread thread = started(collector);
        await().until(() -> store.attempts > 2);

        store.away = false;
        await().until(() -> collector.counts().stored() == 300);
        collector.stop();
        thread.join();

        assertThat(store.read("base")).hasSize(300);
        assertThat(broker.waiting(QUEUE)).isZero();
    }

    @Test
    void goesOnWhenTheBrokerIsBack() throws Exception {
        Collector collector = new Collector(queue, only(store), SETTINGS);
        Thread thread = started(collector);
        sender.append(points("before", 10));
        await().until(() -> collector.counts().stored() == 10);

        broker.stop();
        broker.start();
        sender.append(points("after", 10));
        await().atMost(Duration.ofSeconds(30)).until(() -> collector.counts().stored() == 20);
        collector.stop();
        thread.join();

        assertThat(store.read("base")).hasSize(20);
    }

    @Test
    void aQueueThatIsDeletedIsMadeAgain() {
        Collector collector = new Collector(queue, only(store), SETTINGS);
        started(collector);
        sender.append(points("before", 10));
        await().until(() -> collector.counts().stored() == 10);

        broker.onChannel(channel -> channel.queueDelete(QUEUE));
        await().ignoreExceptions().until(() -> broker.waiting(QUEUE) == 0);
        sender.append(points("after", 10));
        await().until(() -> collector.counts().stored() == 20);
    }

    @Test
    void severalCollectorsShareAQueue() throws Exception {
        Collector one = new Collector(queue, only(store), SETTINGS);
        Collector other = new Collector(queue, only(store), SETTINGS);
        Thread first = started(one);
        Thread second = started(other);
        for (int i = 0; i < 20; i++) {
            sender.append(points("batch" + i, 50));
        }

        await().until(() -> one.counts().stored() + other.counts().stored() == 1_000);
        one.stop();
        other.stop();
        first.join();
        second.join();

        assertThat(store.read("base")).hasSize(1_000);
        assertThat(one.counts().stored()).isPositive();
        assertThat(other.counts().stored()).isPositive();
    }

    @Test
    void aQueueIsNoStoreToCollectInto() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Collector(queue, only(sender), SETTINGS))
                .withMessageStartingWith("a collector cannot store in rabbit://***@127.0.0.1");
    }

    @Test
    void norIsAListOfStoresWithAQueueInIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Collector(queue, new OpenedStores(List.of(store, sender)), SETTINGS))
                .withMessageStartingWith("a collector cannot store in rabbit://***@127.0.0.1");
    }

    @Test
    void norIsWhatKeepsHalfASpanInMemory() {
        TraceWriter sending = new OnlyTaking();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Collector(queue, new OpenedStores(List.of(store, sending)), SETTINGS))
                .withMessageStartingWith("a collector cannot store in somewhere else, because");
    }

    /** Machines are busy, and brokers slow to come back. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private Thread started(Collector collector) {
        Thread thread = new Thread(collector::run);
        thread.start();
        running.put(collector, thread);
        return thread;
    }

    private static List<TracePoint> points(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TracePoint(
                        name + "-start",
                        "base",
                        name + i,
                        "base",
                        "2026-01-31T00:00:01.123456",
                        Map.of("host", "h"),
                        "demo",
                        "api"))
                .toList();
    }

    private static void publish(String body, Map<String, Object> headers) {
        BasicProperties properties =
                new BasicProperties.Builder().headers(headers).build();
        broker.onChannel(channel -> {
            channel.basicPublish("openstack", QUEUE, properties, body.getBytes());
            return true;
        });
    }

    private static GetResponse deadLetter() {
        return broker.onChannel(channel -> channel.basicGet(DEAD_LETTERS, true));
    }

    private static OpenedStores only(TraceWriter store) {
        return new OpenedStores(List.of(store));
    }

    private record OnlyTaking() implements TraceWriter {

        @Override
        public AppendResult append(List<TracePoint> points) {
            return AppendResult.allStored(points.size());
        }

        @Override
        public void close() {}

        @Override
        public String toString() {
            return "somewhere else";
        }
    }
}
