// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListTagTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final QueryParameters ALL =
            new QueryParameters(null, null, null, null, null, null, null, null, null);
    private static final QueryParameters TEN =
            new QueryParameters(null, null, null, null, null, null, null, null, "10");

    @Test
    void isTheSameForTheSameListForAWhile() {
        assertThat(ListTag.of(ALL, "5", NOW))
                .isEqualTo(ListTag.of(ALL, "5", NOW.plusSeconds(19)))
                .isNotEqualTo(ListTag.of(ALL, "5", NOW.plusSeconds(20)))
                .isNotEqualTo(ListTag.of(ALL, "6", NOW))
                .isNotEqualTo(ListTag.of(TEN, "5", NOW));
    }

    @Test
    void thereIsNoneWhereTheStoreHasNoMark() {
        assertThat(ListTag.of(ALL, null, NOW)).isNull();
    }
}
