// SPDX-License-Identifier: Apache-2.0
package io.profiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The flow of data, left to right: headers, spans, export, store, report. */
@AnalyzeClasses(packages = "io.profiler", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> ROOMS =
            List.of("internal", "point", "propagation", "admission", "trace", "export", "store", "report", "otlp");

    @ArchTest
    static final ArchRule internalKnowsNobody = mayKnow("internal");

    @ArchTest
    static final ArchRule pointKnowsNobody = mayKnow("point", "internal");

    @ArchTest
    static final ArchRule propagationKnowsNobody = mayKnow("propagation");

    @ArchTest
    static final ArchRule admissionKnowsPropagation = mayKnow("admission", "internal", "propagation");

    @ArchTest
    static final ArchRule traceKnowsPointAndPropagation = mayKnow("trace", "internal", "point", "propagation");

    @ArchTest
    static final ArchRule otlpKnowsPointAndPropagation = mayKnow("otlp", "internal", "point", "propagation");

    @ArchTest
    static final ArchRule storeKnowsPoint = mayKnow("store", "internal", "point");

    @ArchTest
    static final ArchRule reportKnowsPointAndOtlp = mayKnow("report", "internal", "point", "otlp");

    @ArchTest
    static final ArchRule exportKnowsPointAndStore = mayKnow("export", "internal", "point", "store");

    @ArchTest
    static final ArchRule everyRoomHasARule = classes()
            .that()
            .resideOutsideOfPackage("io.profiler.recordings..")
            .should()
            .resideInAnyPackage(packages(ROOMS.toArray(String[]::new)));

    @ArchTest
    static final ArchRule whatStoresShareKnowsWhatAStoreIsAndNotTheOtherWayRound = noClasses()
            .that()
            .resideInAPackage("io.profiler.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.profiler.store.backend..", "io.profiler.store.internal..", "io.profiler.store.memory..");

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("io.profiler.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule fourLibraries = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.profiler..",
                    "java..",
                    "com.sun.management..",
                    "jdk.jfr..",
                    "javax.crypto..",
                    "org.slf4j..",
                    "tools.jackson..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule noServerIsAsked =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "java.net.http..");

    private static ArchRule mayKnow(String room, String... known) {
        String[] others = ROOMS.stream()
                .filter(other -> !other.equals(room) && !Arrays.asList(known).contains(other))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(packages(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(others));
    }

    private static String[] packages(String... rooms) {
        return Stream.of(rooms).map(room -> "io.profiler." + room + "..").toArray(String[]::new);
    }
}
