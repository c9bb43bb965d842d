// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.backend.Retention;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The member that says from when on a document is neither found nor kept. */
final class Expiry {

    static final String MEMBER = "expire_at";

    private final Retention retention;

    Expiry(Retention retention) {
        this.retention = retention;
    }

    Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> document) {
        Instant expiry = retention.expiry();
        if (expiry != null) {
            document.put(MEMBER, expiry.truncatedTo(ChronoUnit.MILLIS).toString());
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
