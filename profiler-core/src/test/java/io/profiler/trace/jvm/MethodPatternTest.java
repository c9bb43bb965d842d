// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.Price::of, com.acme.Price::of",
        "com.acme.Price::*, com.acme.Price",
        "com.acme.Price, com.acme.Price",
        "' com.acme.Outer$Inner::go ', com.acme.Outer$Inner::go",
        "com.acme.Price::<init>, com.acme.Price::<init>",
        "@com.acme.Priced, @com.acme.Priced",
        "@com.acme.Priced::*, @com.acme.Priced"
    })
    void isWhatTheRecorderUnderstands(String text, String filter) {
        assertThat(MethodPattern.parse(text).filter()).isEqualTo(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "::of",
                "com.acme.*",
                "com..Price",
                "com.acme.Price::",
                "com.acme.Price::of()",
                "@A::of",
                "A;B",
                "A::b;C",
                "1A",
                "A::<clinit>"
            })
    void nothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MethodPattern.parse(text));
    }

    @Test
    void allButConstructorsAreMethods() {
        MethodPattern all = MethodPattern.parse("a.B::*");

        assertThat(all.mayMatch("a.B.c")).isTrue();
        assertThat(all.mayMatch("a.B.<init>")).isFalse();
        assertThat(all.mayMatch("a.B$C.c")).isFalse();
        assertThat(MethodPattern.parse("a.B::<init>").mayMatch("a.B.<init>")).isTrue();
    }

    @Test
    void anotherRecordingMayHaveAskedForOthers() {
        MethodPattern one = MethodPattern.parse("a.B::c");

        assertThat(one.mayMatch("a.B.c")).isTrue();
        assertThat(one.mayMatch("a.B.d")).isFalse();
        assertThat(one.mayMatch("a.C.c")).isFalse();
    }

    @Test
    void ownersArePackagesAndClassesWithAllThatIsBelowThem() {
        MethodPattern pattern = MethodPattern.parse("com.acme.pricing.Price$Tax::of");

        assertThat(List.of(
                        "com", "com.acme", "com.acme.pricing", "com.acme.pricing.Price", "com.acme.pricing.Price$Tax"))
                .allMatch(pattern::isWithin);
        assertThat(List.of("co", "com.acme.pri", "com.acme.pricing.Pri", "com.acme.pricing.Price.of"))
                .noneMatch(pattern::isWithin);
        assertThat(MethodPattern.parse("@com.acme.Priced").isWithin("com.acme")).isFalse();
    }

    @Test
    void anOwnerIsAWholeName() {
        assertThat(List.of("com", "com.acme", "com.acme.Price$Tax")).allMatch(MethodPattern::isOwner);
        assertThat(List.of("", "com.", "com.*", "@com.acme.Priced", "com.acme.Price::of", "com acme"))
                .noneMatch(MethodPattern::isOwner);
    }
}
