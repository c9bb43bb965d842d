// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.time.Duration;
import java.time.Instant;

/**
 * A token that was rightly signed.
 *
 * @param forProfiler whether it was made for the profiler
 * @param notBefore when its time begins
 */
record SignedClaims(TokenClaims claims, SignedIds ids, boolean forProfiler, Instant notBefore) {

    /** How far the clocks of those who make tokens may be off. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** The verdict on a request that comes with the token now. */
    Reason verdict(Instant now, String method, String path) {
        if (!forProfiler) {
            return Reason.FOREIGN_AUDIENCE;
        }
        if (now.minus(SKEW).isAfter(claims.expires())) {
            return Reason.EXPIRED;
        }
        if (now.plus(SKEW).isBefore(notBefore)) {
            return Reason.NOT_YET;
        }
        if (!claims.allowsMethod(method)) {
            return Reason.FOREIGN_METHOD;
        }
        return claims.allowsPath(PlainPath.of(path)) ? Reason.ACCEPTED : Reason.FOREIGN_PATH;
    }

    TraceContext context(String key, String signature) {
        return new TraceContext(ids, key, claims, signature);
    }
}
