// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.benchmarks.MarkdownPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stores the same trace points through each backend's store and through the backend's own client, in turns, and prints
 * both rates. With {@code -DtableIn=FILE} the table in that file is replaced. RabbitMQ takes part if {@code
 * -Drabbitmq=HOST:PORT} says where one is, Elasticsearch if {@code -Delasticsearch=HOST:PORT} says where one is that has
 * no indexes; the other settings are those of {@link Settings}.
 */
public final class StoreComparison {

    private StoreComparison() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.ofSystemProperties();
        List<Outcome> outcomes = new ArrayList<>();
        for (Backend backend : backends()) {
            if (settings.wants(backend)) {
                Outcome outcome = Comparison.of(backend, settings);
                System.out.println(outcome.toRow());
                outcomes.add(outcome);
            }
        }
        String table = Outcome.HEADING + outcomes.stream().map(Outcome::toRow).collect(Collectors.joining("\n"));
        System.out.println(table);
        MarkdownPage.replaceTable("store comparison", table);
        System.exit(0);
    }

    private static List<Backend> backends() {
        List<Backend> backends = new ArrayList<>(List.of(
                new MongoDb(),
                SqlDatabase.h2(),
                SqlDatabase.sqlite(),
                SqlDatabase.postgresql(),
                new Redis(),
                Amqp.qpid(),
                new Otlp()));
        String rabbitMq = System.getProperty("rabbitmq");
        if (rabbitMq != null) {
            backends.add(Amqp.rabbitMq(rabbitMq));
        }
        String elasticsearch = System.getProperty("elasticsearch");
        if (elasticsearch != null) {
            backends.add(new Elasticsearch(elasticsearch));
        }
        return backends;
    }
}
