// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathShapeTest {

    @ParameterizedTest
    @CsvSource({
        "/v2/queues/orders/messages?limit=5, /v2/queues/orders/messages",
        "/owners/42/pets/, /owners/{id}/pets/",
        "/days/2026-01-31, /days/{id}",
        "/a/6513270e-269e-0d37-f2a7-4de452e6b438/b, /a/{id}/b",
        "/files/5f2b6c1d9e, /files/{id}",
        "/api/v1/cafe/deadbeef, /api/v1/cafe/deadbeef",
        "/t/x9XlKq0pLmNoPqRsTuVw, /t/{id}",
        "/, /",
        "'', ''"
    })
    void leavesOutIdsAndTheQuery(String path, String shape) {
        assertThat(PathShape.of(path)).isEqualTo(shape);
    }
}
