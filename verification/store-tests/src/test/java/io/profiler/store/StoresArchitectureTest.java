// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Each store knows what the core has for stores, and its own library; none knows another. */
@AnalyzeClasses(packages = "io.profiler", importOptions = DoNotIncludeTests.class)
class StoresArchitectureTest {

    private static final String[] SHARED = {
        "java..",
        "org.slf4j..",
        "org.jspecify..",
        "io.profiler.internal",
        "io.profiler.point",
        "io.profiler.store",
        "io.profiler.store.backend"
    };

    private static final String[] SPRING = {"org.springframework.core..", "org.springframework.dao.."};

    @ArchTest
    static final ArchRule mongoDbKnowsItsDriver = mayKnow(
            "io.profiler.store.mongodb",
            joined(SPRING, "com.mongodb..", "org.bson..", "org.springframework.data.mongodb..", "javax.naming.."));

    @ArchTest
    static final ArchRule redisKnowsLettuce = mayKnow(
            "io.profiler.store.redis",
            joined(SPRING, "io.lettuce..", "io.netty..", "org.springframework.data.redis.."));

    @ArchTest
    static final ArchRule jdbcKnowsSpringJdbcAndThePool = mayKnow(
            "io.profiler.store.jdbc",
            joined(SPRING, "javax.sql..", "com.zaxxer..", "org.springframework.jdbc..", "org.springframework.util.."));

    @ArchTest
    static final ArchRule elasticsearchKnowsItsClient =
            mayKnow("io.profiler.store.elasticsearch", "javax.net.ssl..", "co.elastic..", "org.apache.hc..");

    @ArchTest
    static final ArchRule messagingKnowsRabbitMqsClient = mayKnow(
            "io.profiler.store.messaging",
            "javax.net..",
            "tools.jackson..",
            "com.rabbitmq..",
            "org.springframework.amqp..");

    @ArchTest
    static final ArchRule otlpKnowsItsMessages = mayKnow(
            "io.profiler.store.otlp",
            "io.profiler.otlp.internal",
            "io.profiler.propagation",
            "io.opentelemetry..",
            "com.google.protobuf..");

    @ArchTest
    static final ArchRule collectKnowsQueuesAndTheExportsPauses =
            mayKnow("io.profiler.collect", "io.profiler.store.messaging", "io.profiler.export");

    @ArchTest
    static final ArchRule everyStoreHasARule = classes()
            .that()
            .resideInAPackage("io.profiler.store.*..")
            .should()
            .resideInAnyPackage(
                    "io.profiler.store.backend",
                    "io.profiler.store.internal",
                    "io.profiler.store.memory",
                    "io.profiler.store.mongodb..",
                    "io.profiler.store.redis..",
                    "io.profiler.store.jdbc..",
                    "io.profiler.store.elasticsearch..",
                    "io.profiler.store.messaging..",
                    "io.profiler.store.otlp..");

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("io.profiler.(**)").should().beFreeOfCycles();

    private static ArchRule mayKnow(String room, String... known) {
        return classes()
                .that()
                .resideInAPackage(room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(joined(joined(SHARED, known), room + ".."));
    }

    private static String[] joined(String[] some, String... others) {
        return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
    }
}
