// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** A room for each command, none of which knows another, above what they share; the entry knows the commands. */
@AnalyzeClasses(packages = "io.profiler.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule consoleKnowsNobody = mayKnow("console");

    @ArchTest
    static final ArchRule fileKnowsConsole = mayKnow("file", "console");

    @ArchTest
    static final ArchRule optionKnowsConsoleAndFile = mayKnow("option", "console", "file");

    @ArchTest
    static final ArchRule viewKnowsConsoleFileAndOption = mayKnow("view", "console", "file", "option");

    @ArchTest
    static final ArchRule completionKnowsConsoleAndOption = mayKnow("completion", "console", "option");

    @ArchTest
    static final ArchRule traceKnowsWhatIsShared = mayKnow("trace", "console", "file", "option", "view");

    @ArchTest
    static final ArchRule requestKnowsWhatIsShared = mayKnow("request", "console", "file", "option", "view");

    @ArchTest
    static final ArchRule doctorKnowsWhatIsSharedAndRequest = mayKnow("doctor", "console", "option", "request");

    @ArchTest
    static final ArchRule collectKnowsWhatIsShared = mayKnow("collect", "console", "option");

    @ArchTest
    static final ArchRule everyRoomHasARule = classes()
            .should()
            .resideInAnyPackage(packages(
                    "", "console", "file", "option", "view", "trace", "request", "doctor", "collect", "completion"));

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("io.profiler.cli.(**)").should().beFreeOfCycles();

    private static ArchRule mayKnow(String room, String... known) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(room))
                .should()
                .dependOnClassesThat(resideInAPackage("io.profiler.cli..")
                        .and(resideOutsideOfPackages(packages(room)))
                        .and(resideOutsideOfPackages(packages(known))));
    }

    private static String[] packages(String... rooms) {
        return Stream.of(rooms)
                .map(room -> room.isEmpty() ? "io.profiler.cli" : "io.profiler.cli." + room)
                .toArray(String[]::new);
    }
}
