// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/** A package each for what can be taken out by itself; they know the root, and the root knows none of them. */
@AnalyzeClasses(packages = "io.profiler.autoconfigure", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching("io.profiler.autoconfigure.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule subPackagesDoNotKnowEachOther =
            slices().matching("io.profiler.autoconfigure.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theRootDoesNotKnowTheSubPackages = noClasses()
            .that()
            .resideInAPackage("io.profiler.autoconfigure")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.profiler.autoconfigure.*..");

    @ArchTest
    static final ArchRule autoConfigurationsAreFinal = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveSimpleNameEndingWith("AutoConfiguration");
}
