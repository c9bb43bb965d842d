// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.connection;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The images that are known of, by the last part of their names, and how what runs in one is connected to. */
enum StoreImage {
    MONGODB(
            27017,
            StoreContainer::mongodb,
            "mongo",
            "mongodb",
            "mongodb-community-server",
            "mongodb-enterprise-server",
            "mongodb-atlas-local"),
    REDIS(6379, StoreContainer::redis, "redis", "redis-stack", "redis-stack-server", "valkey"),
    POSTGRESQL(5432, StoreContainer::postgresql, "postgres", "postgresql", "postgis", "pgvector", "timescaledb"),
    MARIADB(3306, container -> container.mysql("MARIADB"), "mariadb"),
    MYSQL(3306, container -> container.mysql("MYSQL"), "mysql"),
    RABBITMQ(5672, StoreContainer::rabbitmq, "rabbitmq"),
    ELASTICSEARCH(9200, StoreContainer::elasticsearch, "elasticsearch", "opensearch"),
    OTLP(
            4318,
            StoreContainer::otlp,
            "all-in-one",
            "jaeger",
            "otel-lgtm",
            "tempo",
            "opentelemetry-collector",
            "opentelemetry-collector-contrib");

    private final int port;
    private final Function<StoreContainer, String> connectionString;
    private final Set<String> names;

    StoreImage(int port, Function<StoreContainer, String> connectionString, String... names) {
        this.port = port;
        this.connectionString = connectionString;
        this.names = Set.of(names);
    }

    /** By an image as {@code registry.example.com/library/mongo:8@sha256:…}; null if it is none of them. */
    static @Nullable StoreImage of(String image) {
        String name = image.replaceFirst("@.*$", "").replaceFirst("^.*/", "").replaceFirst(":.*$", "");
        return Stream.of(values())
                .filter(known -> known.names.contains(name))
                .findFirst()
                .orElse(null);
    }

    /** On which its service listens inside of the container. */
    int port() {
        return port;
    }

    String connectionString(StoreContainer container) {
        return connectionString.apply(container);
    }
}
