// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What user code can hand in, drawn at random from a seed: nothing throws, and every text has its bound. */
class HostileValuesTest {

    private static final int MAX_LENGTH = 300;

    private final ArgumentCapture capture =
            ArgumentCapture.enabled(CaptureSettings.defaults().secretNames(), MAX_LENGTH);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyTextIsBoundedAndWellFormed(long seed) {
        HostileValues values = new HostileValues(new Random(seed));
        for (int round = 0; round < 200; round++) {
            Object value = values.next();
            assertStorable(capture.arguments(new String[] {"a", "b"}, new Object[] {value, values.next()}));
            assertStorable(capture.result(value));
            assertStorable(capture.copy(Map.of("k", value)));
            assertStorable(capture.copy(values.nextMap()));
            assertStorable(capture.describe(new RuntimeException(values.nextText())));
        }
    }

    @Test
    void aWideTreeOfLongTextsIsCutWhileItIsMade() {
        CountedText leaf = new CountedText();
        Object tree = leaf;
        for (int depth = 0; depth < 4; depth++) {
            tree = Collections.nCopies(20, tree);
        }

        assertThat(capture.arguments(new String[] {"a"}, new Object[] {tree})).hasSize(MAX_LENGTH + 1);
        assertThat(leaf.asked()).isLessThan(10);
    }

    @Test
    void whatFailsAfterALongTextComesToAnEnd() {
        CountedText leaf = new CountedText();
        Object tree = leaf;
        for (int depth = 0; depth < 3; depth++) {
            tree = Collections.nCopies(20, changedWhileItIsRead(tree));
        }

        capture.arguments(new String[] {"a"}, new Object[] {tree});

        assertThat(leaf.asked()).isLessThan(100);
    }

    @Test
    void allThatASpanSaysIsBounded() {
        List<String> texts = Collections.nCopies(1_000, "x".repeat(10_000));

        assertThat(capture.copy(Map.of("k", texts)).toString()).hasSizeLessThan(10 * MAX_LENGTH);
        assertThat(capture.copy(Map.of("x".repeat(10_000), 1)).toString()).hasSizeLessThan(2 * MAX_LENGTH);
    }

    private static List<Object> changedWhileItIsRead(Object first) {
        List<Object> list = new ArrayList<>();
        list.add(first);
        list.add(new Object() {
            @Override
            public String toString() {
                list.add("more");
                return "changed";
            }
        });
        return list;
    }

    private static void assertStorable(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            assertThat(members).hasSizeLessThan(1_010);
            members.forEach((name, member) -> {
                assertThat((String) name).doesNotContain("\0");
                assertStorable(name);
                assertStorable(member);
            });
        } else if (value instanceof List<?> elements) {
            assertThat(elements).hasSizeLessThan(1_010);
            elements.forEach(HostileValuesTest::assertStorable);
        } else if (value instanceof String text) {
            assertThat(text).hasSizeLessThanOrEqualTo(MAX_LENGTH + 1).doesNotContainPattern("\\p{Cs}");
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(Boolean.class, Number.class);
        }
    }
}
