// SPDX-License-Identifier: Apache-2.0
package io.profiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The flow of data, left to right: headers, spans, export, store, report. */
@AnalyzeClasses(packages = "io.profiler", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule pointKnowsNobody = mayKnow("point");

    @ArchTest
    static final ArchRule propagationKnowsNobody = mayKnow("propagation");

    @ArchTest
    static final ArchRule traceKnowsPointAndPropagation = mayKnow("trace", "point", "propagation");

    @ArchTest
    static final ArchRule otlpKnowsPoint = mayKnow("otlp", "point");

    @ArchTest
    static final ArchRule storeKnowsPointAndOtlp = mayKnow("store", "point", "otlp");

    @ArchTest
    static final ArchRule reportKnowsPointAndOtlp = mayKnow("report", "point", "otlp");

    @ArchTest
    static final ArchRule exportKnowsPointAndStore = mayKnow("export", "point", "store");

    @ArchTest
    static final ArchRule collectKnowsPointAndStore = mayKnow("collect", "point", "store");

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("io.profiler.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noSpringBoot =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework.boot..");

    @ArchTest
    static final ArchRule springOnlyInBackends = onlyIn("io.profiler.store.*..", "org.springframework..");

    @ArchTest
    static final ArchRule mongoDbOnlyInItsBackend =
            onlyIn("io.profiler.store.mongodb..", "org.springframework.data.mongodb..", "com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule redisOnlyInItsBackend =
            onlyIn("io.profiler.store.redis..", "org.springframework.data.redis..", "io.lettuce..", "io.netty..");

    @ArchTest
    static final ArchRule jdbcOnlyInItsBackend =
            onlyIn("io.profiler.store.jdbc..", "org.springframework.jdbc..", "com.zaxxer..", "java.sql..");

    @ArchTest
    static final ArchRule amqpOnlyInItsBackend =
            onlyIn("io.profiler.store.messaging..", "org.springframework.amqp..", "com.rabbitmq..");

    @ArchTest
    static final ArchRule otlpMessagesOnlyInItsBackend =
            onlyIn("io.profiler.store.otlp..", "io.opentelemetry..", "com.google.protobuf..", "java.net.http..");

    @ArchTest
    static final ArchRule elasticsearchOnlyInItsBackend =
            onlyIn("io.profiler.store.elasticsearch..", "co.elastic..", "org.apache.hc..");

    private static ArchRule onlyIn(String backend, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(backend)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static ArchRule mayKnow(String room, String... known) {
        String[] others = java.util.stream.Stream.of(
                        "point", "propagation", "trace", "export", "store", "collect", "report", "otlp")
                .filter(other ->
                        !other.equals(room) && !java.util.Arrays.asList(known).contains(other))
                .map(other -> "io.profiler." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.profiler." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }
}
