// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.claim;

import io.profiler.sample.message.ClaimTerms;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.json.JsonFields;
import io.profiler.sample.web.json.TtlRange;

/** Reads for how long a client wants to claim messages. */
final class ClaimTermsReader {

    private static final int DEFAULT_TTL_SECONDS = 300;
    private static final int DEFAULT_GRACE_SECONDS = 60;

    private ClaimTermsReader() {}

    /** Reads a new claim, whose body may be missing. */
    static ClaimTerms readNew(JsonBody body) {
        ClaimTerms terms =
                body.isEmpty() ? new ClaimTerms(DEFAULT_TTL_SECONDS, DEFAULT_GRACE_SECONDS) : readRenewal(body);
        TtlRange.CLAIM_GRACE.check(terms.graceSeconds());
        return terms;
    }

    /** Reads a change of a claim. As in the original, its grace period can be anything. */
    static ClaimTerms readRenewal(JsonBody body) {
        JsonFields fields = new JsonFields(body.object());
        ClaimTerms terms = new ClaimTerms(
                fields.integer("ttl", DEFAULT_TTL_SECONDS), fields.seconds("grace", DEFAULT_GRACE_SECONDS));
        TtlRange.CLAIM.check(terms.ttlSeconds());
        return terms;
    }
}
