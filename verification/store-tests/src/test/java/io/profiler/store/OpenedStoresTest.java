// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenedStoresTest {

    private static final TracePoint POINT = new TracePoint(
            "wsgi-start", "base", "id", "base", "2026-01-31T00:00:00.000000", Map.of("host", "h"), "p", "s");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mongodb://a | 1",
                "mongodb://a,b:27018,c/?replicaSet=rs | 1",
                "mongodb://a,postgresql:27017/ | 1",
                "mongodb://u:p,w@a | 1",
                "mongodb://a/?authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:api://x | 1",
                "jdbc:postgresql://a,b/traces | 1",
                "mongodb://a,b/,jdbc:h2:mem:x | 2",
                "mongodb://a , POSTGRESQL://u:p@h/db,sqlite:////x.db | 3",
            })
    void aCommaSeparatesStoresWhereASchemeFollows(String connectionString, int stores) {
        try (OpenedStores store = open(connectionString)) {
            assertThat(store.writers()).hasSize(stores);
        }
    }

    @Test
    void readingAsksTheFirstThatAnswers() {
        String here = "jdbc:h2:file:" + folder.resolve("here");
        try (OpenedStores store = open("postgresql://u:geheim@127.0.0.1:1/x," + here);
                OpenedStores second = open(here)) {
            second.append(List.of(POINT));

            assertThat(store.reader().orElseThrow().read("base")).containsExactly(POINT);
            assertThat(store.reader().orElseThrow().list(TraceQuery.all())).hasSize(1);
        }
    }

    @Test
    void deletingReachesEachStoreAndTellsOfOneThatIsAway() {
        String here = "jdbc:h2:file:" + folder.resolve("here");
        String other = "jdbc:h2:file:" + folder.resolve("other");
        try (OpenedStores both = open(here + "," + other);
                OpenedStores withOneAway = open("postgresql://u:geheim@127.0.0.1:1/x," + here)) {
            both.append(List.of(POINT));
            assertThat(both.reader().orElseThrow().delete("base")).isEqualTo(1);

            both.append(List.of(POINT));
            assertThatThrownBy(() -> withOneAway.reader().orElseThrow().delete("base"))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(withOneAway.reader().orElseThrow().read("base")).isEmpty();
        }
    }

    @Test
    void appendingReachesEachStoreAndTellsOfOneThatIsAway() {
        String here = "jdbc:h2:file:" + folder.resolve("here");
        try (OpenedStores store = open("postgresql://u:geheim@127.0.0.1:1/x," + here)) {
            assertThatThrownBy(() -> store.append(List.of(POINT)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("127.0.0.1:1/x does not answer");

            assertThat(store.reader().orElseThrow().read("base")).containsExactly(POINT);
        }
    }

    @Test
    void ifNoneAnswersTheFirstSaysWhy() {
        try (OpenedStores store = open("postgresql://u:geheim@127.0.0.1:1/x,postgresql://u:geheim@127.0.0.1:2/x")) {
            assertThatThrownBy(() -> store.reader().orElseThrow().read("base"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("127.0.0.1:1/x does not answer");
            assertThat(store).hasToString("postgresql://***@127.0.0.1:1/x, postgresql://***@127.0.0.1:2/x");
        }
    }

    @Test
    void whatOnlyTakesIsNotRead() {
        try (OpenedStores store = open("otlp://127.0.0.1:1,jdbc:h2:file:" + folder.resolve("here"))) {
            assertThat(store.reader().orElseThrow().read("base")).isEmpty();
        }
        try (OpenedStores store = open("otlp://127.0.0.1:1")) {
            assertThat(store.reader()).isEmpty();
            assertThat(store.onlyTakes())
                    .isEqualTo("otlp://127.0.0.1:1 only takes traces; look at them in the tool that it sends them to");
        }
    }

    @Test
    void whereOneStoreIsWantedAListIsNone() {
        for (String wrong : List.of("otlp://127.0.0.1:1", "mongodb://a,jdbc:h2:mem:x")) {
            assertThatThrownBy(() -> TraceStores.open(new ConnectionString(wrong), StoreOptions.defaults()))
                    .isInstanceOf(InvalidConnectionStringException.class);
        }
    }

    @Test
    void oneThatIsMalformedMakesTheListMalformed() {
        assertThatThrownBy(() -> open("jdbc:h2:mem:x,mongodb://u:geheim:x@h"))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mongodb://a:1,foo://x | foo://***' has no scheme that is known here",
                "jdbc:h2:mem:x, s3+http://u:geheim@h/db | s3+http://***' has no scheme that is known here",
                "mongodb://u:geheim,foo://x@h | foo://***' has no scheme that is known here"
            })
    void anUnknownSchemeInTheListIsNamed(String connectionString, String reason) {
        assertThatThrownBy(() -> open(connectionString))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim");
    }

    private static OpenedStores open(String connectionString) {
        return TraceStores.openAll(
                new ConnectionString(connectionString),
                new StoreOptions(false, null, java.time.Duration.ofMillis(500)));
    }
}
