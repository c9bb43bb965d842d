// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.store.kit.MongoDbServer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TraceListCommandTest {

    private static final String EMPTY = """
            +---------+-----------+
            | base_id | timestamp |
            +---------+-----------+
            +---------+-----------+
            """;

    private static final String FAILED = """
            +--------------------------------------+----------------------------+
            | base_id                              | timestamp                  |
            +--------------------------------------+----------------------------+
            | 14a03569-d26b-4496-92e5-dfe8cb1855fe | 2026-11-22T14:52:40.621239 |
            | bc1e3ac1-c27d-44ec-b72c-2c2678629522 | 2026-11-22T14:52:40.627711 |
            +--------------------------------------+----------------------------+
            """;

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @Test
    void printsTheTableThatOsprofilerPrints() {
        insert("profiler", "4462ebfc-5f91-4ef0-9cfb-ac6e7687a66e", "2026-11-22T14:55:42.655237");
        insert("profiler", "558298e2-14b0-44d7-9acd-8acde5f6db1d", "2026-11-22T14:55:42.999999");
        insert("profiler", "558298e2-14b0-44d7-9acd-8acde5f6db1d", "2026-11-22T14:55:42.706968");
        insert("profiler", "f3868254-73b7-4490-b23b-2cc4b4174a67", "2026-11-22T14:55:42.727607");

        assertThat(list()).isEqualTo(new CommandRun(0, """
                +--------------------------------------+----------------------------+
                | base_id                              | timestamp                  |
                +--------------------------------------+----------------------------+
                | 4462ebfc-5f91-4ef0-9cfb-ac6e7687a66e | 2026-11-22T14:55:42.655237 |
                | 558298e2-14b0-44d7-9acd-8acde5f6db1d | 2026-11-22T14:55:42.706968 |
                | f3868254-73b7-4490-b23b-2cc4b4174a67 | 2026-11-22T14:55:42.727607 |
                +--------------------------------------+----------------------------+
                """, ""));
    }

    @Test
    void printsATableWithoutTraces() {
        assertThat(list()).isEqualTo(new CommandRun(0, EMPTY, ""));
        assertThat(list("--error-trace")).isEqualTo(new CommandRun(0, EMPTY, ""));
    }

    @Test
    void listsFailedTracesWhateverTheValue() {
        insert("profiler", "f3868254-73b7-4490-b23b-2cc4b4174a67", "2026-11-22T14:55:42.727607");
        insert("profiler_error", "bc1e3ac1-c27d-44ec-b72c-2c2678629522", "2026-11-22T14:52:40.627711");
        insert("profiler_error", "14a03569-d26b-4496-92e5-dfe8cb1855fe", "2026-11-22T14:52:40.621239");

        assertThat(list("--error-trace").out()).isEqualTo(FAILED);
        assertThat(list("--error-trace", "True").out()).isEqualTo(FAILED);
        assertThat(list("--error-trace", "False").out()).isEqualTo(FAILED);
        assertThat(list("--error-trace=").out()).contains("f3868254");
        assertThat(list("--error-trace", "").out()).contains("f3868254");
    }

    @Test
    void showsWhatHostileIdsHold() {
        insert("profiler", "a\n\u001b[2J", "2026-11-22T14:55:42.727607");

        assertThat(list().out()).contains("| a\\n\\x1b[2J | 2026");
    }

    private static void insert(String collection, String baseId, String timestamp) {
        SERVER.client()
                .getDatabase("osprofiler")
                .getCollection(collection)
                .insertOne(new Document("base_id", baseId).append("timestamp", timestamp));
    }

    private static CommandRun list(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "trace";
        arguments[1] = "list";
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[options.length + 2] = "--connection-string";
        arguments[options.length + 3] = SERVER.connectionString();
        return CommandRun.of(arguments);
    }
}
