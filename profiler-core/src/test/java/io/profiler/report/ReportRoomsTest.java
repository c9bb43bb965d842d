// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import java.util.List;
import java.util.stream.Stream;

/** The model knows no format; a format knows the model, what can be told from it, and no other format. */
@AnalyzeClasses(packages = "io.profiler.report", importOptions = DoNotIncludeTests.class)
class ReportRoomsTest {

    private static final DescribedPredicate<JavaClass> INTERNAL = resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule modelKnowsNoRoom =
            noClasses().that().resideInAPackage("io.profiler.report").should().dependOnClassesThat(room("*.."));

    @ArchTest
    static final ArchRule textKnowsNobody = mayKnow("internal.text");

    @ArchTest
    static final ArchRule pythonsJsonKnowsNobody = mayKnow("internal.json");

    @ArchTest
    static final ArchRule analysisKnowsText = mayKnow("internal.analysis", "internal.text", "samples");

    @ArchTest
    static final ArchRule samplesKnowTheModel = mayKnow("samples", "internal.text");

    @ArchTest
    static final ArchRule verdictKnowsWhatIsAnalysed =
            mayKnow("verdict", "internal.analysis", "internal.text", "samples");

    @ArchTest
    static final ArchRule savedKnowsTheModel = mayKnow("saved");

    @ArchTest
    static final ArchRule jsonKnowsWhatWasSavedAndTheVerdict = mayKnow("json", "saved", "internal.json", "verdict");

    @ArchTest
    static final ArchRule formatsKnowNoOther =
            mayKnow("format", "internal.text", "internal.analysis", "verdict", "samples");

    @ArchTest
    static final ArchRule treeKnowsNoOther =
            mayKnow("tree", "internal.text", "internal.analysis", "verdict", "samples");

    @ArchTest
    static final ArchRule pageKnowsHowEventsAreShown =
            mayKnow("html", "internal.text", "internal.analysis", "internal.json", "verdict", "samples");

    @ArchTest
    static final ArchRule comparisonKnowsPages =
            mayKnow("compare", "internal.text", "internal.analysis", "html", "verdict", "samples");

    @ArchTest
    static final ArchRule noMethodForOthersGivesWhatIsInternal =
            methodsForOthers().should().haveRawReturnType(INTERNAL);

    @ArchTest
    static final ArchRule noMethodForOthersTakesWhatIsInternal =
            methodsForOthers().should().haveRawParameterTypes(anyElementThat(INTERNAL));

    private static GivenMethodsConjunction methodsForOthers() {
        return noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.not(INTERNAL));
    }

    private static ArchRule mayKnow(String room, String... known) {
        List<String> mine = Stream.concat(Stream.of(room), Stream.of(known)).toList();
        DescribedPredicate<JavaClass> others = room("*..");
        for (String allowed : mine) {
            others = others.and(DescribedPredicate.not(room(allowed + "..")));
        }
        return noClasses().that(room(room + "..")).should().dependOnClassesThat(others);
    }

    private static DescribedPredicate<JavaClass> room(String name) {
        return resideInAPackage("io.profiler.report." + name);
    }
}
