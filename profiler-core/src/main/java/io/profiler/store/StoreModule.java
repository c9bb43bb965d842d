// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The modules of this project's stores, to name the one that is missing. */
enum StoreModule {
    MONGODB("profiler-store-mongodb", "profiler-spring-boot-starter", Set.of("mongodb", "mongodb+srv")),
    ELASTICSEARCH(
            "profiler-store-elasticsearch",
            "profiler-spring-boot-starter-elasticsearch",
            Set.of("elasticsearch", "elasticsearchs")),
    JDBC(
            "profiler-store-jdbc",
            "profiler-spring-boot-starter-jdbc",
            Set.of("jdbc", "mysql", "mysql+mysqldb", "mysql+pymysql", "postgresql", "postgresql+psycopg2", "sqlite")),
    OTLP("profiler-store-otlp", "profiler-spring-boot-starter-otlp", Set.of("otlp", "otlps")),
    RABBITMQ("profiler-store-rabbitmq", "profiler-spring-boot-starter-rabbitmq", Set.of("messaging", "rabbit")),
    REDIS("profiler-store-redis", "profiler-spring-boot-starter-redis", Set.of("redis", "rediss", "redissentinel"));

    private static final String GROUP = "io.profiler:";

    private final String artifact;
    private final String starter;
    private final Set<String> schemes;

    StoreModule(String artifact, String starter, Set<String> schemes) {
        this.artifact = artifact;
        this.starter = starter;
        this.schemes = schemes;
    }

    static Optional<StoreModule> of(String scheme) {
        return Stream.of(values())
                .filter(module -> module.schemes.contains(scheme))
                .findFirst();
    }

    /** Known by no class, because it is only asked for where no factory of it was found. */
    Library library() {
        return new Library(GROUP + artifact, "", GROUP + starter);
    }
}
