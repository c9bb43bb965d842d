// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Compares what two applications have, and says what one has more. */
final class Inventories {

    private Inventories() {}

    static void assertSame(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        expected.forEach(
                (kind, things) -> assertThat(actual.get(kind)).as(kind).containsExactlyInAnyOrderElementsOf(things));
    }
}
