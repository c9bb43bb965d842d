// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.store.backend.Retention;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

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

    Document addTo(Document document) {
        Instant expiry = retention.expiry();
        if (expiry != null) {
            document.put(MEMBER, Date.from(expiry));
        }
        return document;
    }
}
