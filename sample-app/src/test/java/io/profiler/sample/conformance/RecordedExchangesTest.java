// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.sample.RunningSample;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replays what was recorded from Zaqar, except for the {@link Deviations}. */
class RecordedExchangesTest {

    private static final List<String> PLAIN_SCENARIOS = List.of(
            "queue-lifecycle",
            "queue-list",
            "queue-patch",
            "queue-stats-purge",
            "queue-name-and-metadata-errors",
            "message-post",
            "message-post-errors",
            "message-list",
            "message-get",
            "message-delete",
            "claims",
            "claim-expiry",
            "subscriptions",
            "identity-errors",
            "signed-url",
            "home-versions");
    private static final List<String> POOLING_SCENARIOS = List.of("pools", "pool-in-use");

    @TestFactory
    Stream<DynamicNode> withoutPools() {
        RunningSample sample = start(false);
        return PLAIN_SCENARIOS.stream()
                .<DynamicNode>map(scenario -> replay(scenario, sample))
                .onClose(sample::close);
    }

    @TestFactory
    Stream<DynamicNode> ofTheCommand() {
        RunningSample sample = start(false);
        return Stream.<DynamicNode>of(replay("cli", RecordedExchange.ofClient("cli", "plain"), sample))
                .onClose(sample::close);
    }

    @TestFactory
    Stream<DynamicNode> ofTheCommandWithPools() {
        RunningSample sample = start(true, "admin");
        return Stream.<DynamicNode>of(replay("cli", RecordedExchange.ofClient("cli", "pooling"), sample))
                .onClose(sample::close);
    }

    @TestFactory
    Stream<DynamicNode> ofThePythonLibrary() {
        RunningSample sample = start(false);
        return Stream.<DynamicNode>of(replay("zaqarclient", RecordedExchange.ofClient("zaqarclient", "plain"), sample))
                .onClose(sample::close);
    }

    @TestFactory
    Stream<DynamicNode> healthOfAnEmptyDatabase() {
        RunningSample sample = start(false);
        return Stream.<DynamicNode>of(replay("health-admin", sample)).onClose(sample::close);
    }

    @TestFactory
    Stream<DynamicNode> pools() {
        RunningSample sample = start(true);
        return Stream.<DynamicNode>of(replay("pools", sample)).onClose(sample::close);
    }

    @TestFactory
    Stream<DynamicNode> poolInUse() {
        RunningSample sample = start(true);
        return Stream.<DynamicNode>of(replay("pool-in-use", sample)).onClose(sample::close);
    }

    @Test
    void everyDeviationIsAboutAnExchange() {
        Stream<RecordedExchange> scenarios = Stream.of(PLAIN_SCENARIOS, List.of("health-admin"), POOLING_SCENARIOS)
                .flatMap(List::stream)
                .flatMap(scenario -> RecordedExchange.ofScenario(scenario).stream());
        Stream<RecordedExchange> clients =
                Stream.of("cli", "zaqarclient").flatMap(client -> RecordedExchange.ofClient(client, "plain").stream());
        Set<String> exchanges =
                Stream.concat(scenarios, clients).map(RecordedExchange::id).collect(Collectors.toSet());
        assertThat(exchanges).containsAll(Deviations.BY_EXCHANGE.keySet());
    }

    private static RunningSample start(boolean pooling) {
        return start(pooling, "");
    }

    private static RunningSample start(boolean pooling, String roles) {
        return RunningSample.start(
                "--sample.pooling=" + pooling,
                "--sample.default-project=",
                "--sample.default-client-id=",
                "--sample.default-roles=" + roles,
                "--sample.signed-url-key=conformance-signed-url-key");
    }

    private static DynamicNode replay(String scenario, RunningSample sample) {
        return replay(scenario, RecordedExchange.ofScenario(scenario), sample);
    }

    private static DynamicNode replay(String name, List<RecordedExchange> exchanges, RunningSample sample) {
        Replay replay = new Replay(sample);
        return DynamicContainer.dynamicContainer(
                name,
                exchanges.stream()
                        .map(exchange -> DynamicTest.dynamicTest(exchange.id(), () -> play(replay, exchange))));
    }

    private static void play(Replay replay, RecordedExchange exchange) {
        Deviation deviation = Deviations.BY_EXCHANGE.get(exchange.id());
        if (deviation == null) {
            replay.play(exchange, exchange.answer());
        } else {
            replay.play(exchange, deviation.change().apply(exchange.answer()));
        }
    }
}
