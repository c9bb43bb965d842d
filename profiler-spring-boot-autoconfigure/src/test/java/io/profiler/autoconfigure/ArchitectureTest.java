// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

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
    static final ArchRule proxiesKnowNoLayers = noClasses()
            .that()
            .resideInAPackage("io.profiler.autoconfigure.aop.proxy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.profiler.autoconfigure.aop", "io.profiler.autoconfigure.aop.completion");

    @ArchTest
    static final ArchRule completionsKnowNoLayers = noClasses()
            .that()
            .resideInAPackage("io.profiler.autoconfigure.aop.completion")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.profiler.autoconfigure.aop", "io.profiler.autoconfigure.aop.proxy");

    @ArchTest
    static final ArchRule autoConfigurationsAreFinal = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveSimpleNameEndingWith("AutoConfiguration");

    @ArchTest
    static final ArchRule beansHaveNamesThatNobodyElseTakes =
            methods().that().areAnnotatedWith(Bean.class).should(haveABeanNameOfOurs());

    /** But for the one that Spring Boot names a component of the application's health by. */
    private static ArchCondition<JavaMethod> haveABeanNameOfOurs() {
        return ArchCondition.from(DescribedPredicate.describe(
                "have a bean name that begins with 'io.profiler.'",
                method -> Stream.of(method.getAnnotationOfType(Bean.class).value())
                        .map(name -> name.startsWith("io.profiler.") || name.equals("profilerHealthContributor"))
                        .reduce(Boolean::logicalAnd)
                        .orElse(false)));
    }
}
