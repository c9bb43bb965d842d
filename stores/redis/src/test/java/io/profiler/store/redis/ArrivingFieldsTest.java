// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which fields of a hash are kept: anybody can put some there. */
class ArrivingFieldsTest {

    private final ArrivingFields fields = new ArrivingFields();

    @Test
    void ofMoreRequestsThanAreRememberedTheFieldsAreLetGo() {
        for (int request = 0; request < 2 * ArrivingFields.MOST_OF_REQUESTS; request++) {
            arrive(TraceFigures.START + request, "2026-01-31T12:00:00.000000");
        }
        arrive("points", "7");

        assertThat(fields.fields()).hasSize(ArrivingFields.MOST_OF_REQUESTS + 1).containsEntry("points", "7");
    }

    @Test
    void whatIsNoneOfOursIsLetGo() {
        arrive("theirs", "7");
        arrive("name", "GET /");

        assertThat(fields.fields()).containsOnlyKeys("name");
    }

    private void arrive(String field, String value) {
        fields.onKeyValue(field.getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
