// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The API knows the stores, not the other way round; each of its resources can be read without the other ones. */
@AnalyzeClasses(packages = "io.profiler.sample", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String WEB = "io.profiler.sample.web";
    private static final String[] SHARED = {WEB + ".caller", WEB + ".error", WEB + ".json", WEB + ".url"};

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("io.profiler.sample.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule storesDoNotKnowTheApi = noClasses()
            .that()
            .resideOutsideOfPackage(WEB + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB + "..");

    /** But for claims, which show the messages that they hold. */
    @ArchTest
    static final ArchRule resourcesDoNotKnowEachOther = slices().matching(WEB + ".(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED))
            .ignoreDependency(resideInAPackage(WEB + ".claim"), resideInAPackage(WEB + ".message"));

    @ArchTest
    static final ArchRule nothingKnowsTheRoot = noClasses()
            .that()
            .resideInAPackage(WEB + ".*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB);
}
