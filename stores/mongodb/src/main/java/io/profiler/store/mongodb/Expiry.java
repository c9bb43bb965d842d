// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The member by which MongoDB deletes a document once its retention is over. */
final class Expiry {

    static final String MEMBER = "expire_at";

    private final @Nullable Duration retention;

    /**
     * @param retention null for ever
     */
    Expiry(@Nullable Duration retention) {
        this.retention = retention;
    }

    boolean isOn() {
        return retention != null;
    }

    Document addTo(Document document) {
        if (retention != null) {
            document.put(MEMBER, Date.from(Instant.now().plus(retention)));
        }
        return document;
    }
}
