// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.store.backend.Retention;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The member by which MongoDB deletes a document once its retention is over. */
final class Expiry {

    static final String MEMBER = "expire_at";

    private final Retention retention;

    Expiry(Retention retention) {
        this.retention = retention;
    }

    boolean isOn() {
        return retention.duration() != null;
    }

    /** When what is written now is deleted; null if never. */
    @Nullable
    Date date() {
        Instant expiry = retention.expiry();
        return expiry == null ? null : Date.from(expiry);
    }

    Document addTo(Document document) {
        Date date = date();
        if (date != null) {
            document.put(MEMBER, date);
        }
        return document;
    }
}
