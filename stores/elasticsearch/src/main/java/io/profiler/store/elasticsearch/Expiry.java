// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The member that says from when on a document is neither found nor kept. */
final class Expiry {

    static final String MEMBER = "expire_at";

    private final @Nullable Duration retention;

    /**
     * @param retention null for ever
     */
    Expiry(@Nullable Duration retention) {
        this.retention = retention;
    }

    Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> document) {
        if (retention != null) {
            document.put(
                    MEMBER,
                    Instant.now().plus(retention).truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return document;
    }

    /** The entry of a failed trace. */
    Map<String, @Nullable Object> lastError(String baseId, String timestamp) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("base_id", baseId);
        document.put("timestamp", timestamp);
        return addTo(document);
    }
}
