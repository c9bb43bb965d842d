// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server refuses, for now or for good. */
class ElasticsearchRefusalTest {

    private static final TracePoint POINT = new TracePoint(
            "wsgi-start", "base", "1", "base", "2026-01-31T12:00:00.123456", Map.of("host", "h"), "demo", "api");

    @RegisterExtension
    static final SearchServer server = new SearchServer();

    @Test
    void anIndexOfAnotherShapeTakesOnlyWhatFitsIn() {
        server.send(
                "PUT",
                "/osprofiler-notifications",
                "{\"mappings\": {\"properties\": {\"service\": {\"type\": \"integer\"}}}}");
        TracePoint fitting =
                new TracePoint("wsgi-stop", "base", "1", "base", POINT.timestamp(), Map.of("host", "h"), "demo", "5");

        try (TraceStore store = open(server.connectionString())) {
            assertThat(store.append(List.of(POINT, fitting)))
                    .returns(1, AppendResult::stored)
                    .returns(1, result -> result.rejections().size());
            assertThat(store.read("base")).containsExactly(fitting);
        }
    }

    @Test
    void aFullDiskIsTriedAgainLater() {
        server.send("PUT", "/osprofiler-notifications", "{}");
        server.send("PUT", "/osprofiler-notifications/_settings", "{\"index.blocks.read_only_allow_delete\": true}");
        try (TraceStore store = open(server.connectionString())) {
            assertUnavailable(store, "refuses: ", "read-only");
            server.send(
                    "PUT", "/osprofiler-notifications/_settings", "{\"index.blocks.read_only_allow_delete\": null}");

            assertThat(store.append(List.of(POINT))).isEqualTo(AppendResult.allStored(1));
        }
    }

    @Test
    void aServerThatIsAwayIsNamedWithoutItsPassword() {
        try (TraceStore store = open("elasticsearch://u:geheim@127.0.0.1:1")) {
            assertUnavailable(store, "does not answer: ", "no server listens there");
        }
    }

    @Test
    void aServerWithoutTlsIsNamed() {
        try (TraceStore store = open("elasticsearchs://u:geheim@" + server.hostAndPort())) {
            assertUnavailable(
                    store, "does not answer: ", "the server does not speak TLS there; elasticsearch:// does without");
        }
    }

    @Test
    void documentsThatAreNoTracePointsAreLeftOut() {
        server.send("POST", "/osprofiler-notifications/_doc?refresh=true", "{\"base_id\": \"base\"}");

        try (TraceStore store = open(server.connectionString())) {
            store.append(List.of(POINT));

            assertThat(store.read("base")).containsExactly(POINT);
        }
    }

    private static TraceStore open(String connectionString) {
        return TraceStores.open(
                new ConnectionString(connectionString), new StoreOptions(false, null, Duration.ofSeconds(5)));
    }

    private static void assertUnavailable(TraceStore store, String verb, String reason) {
        assertThatThrownBy(() -> store.append(List.of(POINT)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(verb)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("\n");
    }
}
