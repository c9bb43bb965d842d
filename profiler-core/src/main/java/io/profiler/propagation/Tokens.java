// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads tokens: the signature first, and only then what they say. */
final class Tokens {

    private static final int MAX_LENGTH = 4096;

    private final SignatureKeys keys;
    private final InstantSource clock;

    Tokens(List<String> hmacKeys, InstantSource clock) {
        this.keys = new SignatureKeys(hmacKeys, Signature::ofTokens);
        this.clock = clock;
    }

    HeaderVerdict verify(String token, String method, String path) {
        if (token.length() > MAX_LENGTH) {
            return HeaderVerdict.rejected(Reason.TOO_LONG);
        }
        int end = token.lastIndexOf('.');
        if (end < 0) {
            return HeaderVerdict.rejected(Reason.UNSIGNED);
        }
        String signed = token.substring(0, end);
        String signature = token.substring(end + 1);
        String key = keys.signer(signed, signature);
        return key == null
                ? HeaderVerdict.rejected(Reason.WRONG_SIGNATURE)
                : read(signed, signature, key, method, path);
    }

    private HeaderVerdict read(String signed, String signature, String key, String method, String path) {
        int dot = signed.indexOf('.');
        Reason start = TokenStart.verdict(signed.substring(0, Math.max(dot, 0)));
        if (start != Reason.ACCEPTED) {
            return HeaderVerdict.rejected(start);
        }
        JsonNode members = TokenPart.object(signed.substring(dot + 1));
        if (members == null) {
            return HeaderVerdict.rejected(Reason.MALFORMED);
        }
        SignedClaims claims = claims(members);
        if (claims == null) {
            return HeaderVerdict.rejected(Reason.WRONG_MEMBERS);
        }
        Reason reason = claims.verdict(clock.instant(), method, path);
        return reason == Reason.ACCEPTED
                ? HeaderVerdict.accepted(claims.context(key, signature))
                : HeaderVerdict.rejected(reason);
    }

    private static @Nullable SignedClaims claims(JsonNode members) {
        try {
            return new ClaimsReader(members).read();
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }
}
