// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedTracesTest {

    @TempDir
    Path folder;

    @Test
    void aFailedTraceThatTheIndexCannotHoldDoesNotHoldUpTheBatch() {
        try (TraceStore store = TraceStores.open(
                new ConnectionString("jdbc:h2:file:" + folder.resolve("traces")),
                new StoreOptions(true, null, Duration.ofSeconds(5)))) {
            AppendResult result = store.append(List.of(failure("x".repeat(256)), failure("fitting")));

            assertThat(result)
                    .returns(1, AppendResult::stored)
                    .returns(1, refused -> refused.rejections().size());
            assertThat(store.list(TraceQuery.failed()))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("fitting");
        }
    }

    @Test
    void anotherTableOfItsNameDoesNotHoldUpTheBatch() {
        String url = "jdbc:h2:file:" + folder.resolve("traces");
        JdbcStoreContract.clientOf(url)
                .sql("CREATE TABLE profiler_error (a INTEGER)")
                .update();
        try (TraceStore store =
                TraceStores.open(new ConnectionString(url), new StoreOptions(true, null, Duration.ofSeconds(5)))) {
            assertThat(store.append(List.of(failure("base")))).isEqualTo(AppendResult.allStored(1));

            assertThat(store.read("base")).hasSize(1);
            assertThat(store.list(TraceQuery.failed())).isEmpty();
            assertThat(store.delete("base")).isEqualTo(1);
        }
    }

    private static TracePoint failure(String baseId) {
        return new TracePoint(
                "wsgi-stop",
                baseId,
                baseId.substring(0, 1),
                "parent",
                "2026-01-31T00:00:00.000000",
                Map.of("host", "h", "etype", "ValueError"),
                "demo",
                "api");
    }
}
