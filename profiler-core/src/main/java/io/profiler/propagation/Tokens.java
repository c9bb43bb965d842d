// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads tokens: the signature first, and only then what they say. */
final class Tokens {

    private static final int MAX_LENGTH = 4096;
    private static final Set<String> START_MEMBERS = Set.of("alg", "typ", "kid");

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
        String key = keys.signer(signed, token.substring(end + 1));
        return key == null ? HeaderVerdict.rejected(Reason.WRONG_SIGNATURE) : read(signed, key, method, path);
    }

    private HeaderVerdict read(String signed, String key, String method, String path) {
        int dot = signed.indexOf('.');
        JsonNode start = SignedJson.STRICT.object(decoded(signed.substring(0, Math.max(dot, 0))));
        JsonNode members = SignedJson.STRICT.object(decoded(signed.substring(dot + 1)));
        if (start == null || members == null) {
            return HeaderVerdict.rejected(Reason.MALFORMED);
        }
        SignedClaims claims = isHs256(start) ? claims(members) : null;
        if (claims == null) {
            return HeaderVerdict.rejected(Reason.WRONG_MEMBERS);
        }
        Reason reason = claims.verdict(clock.instant(), method, path);
        return reason == Reason.ACCEPTED ? HeaderVerdict.accepted(claims.context(key)) : HeaderVerdict.rejected(reason);
    }

    private static boolean isHs256(JsonNode start) {
        return START_MEMBERS.containsAll(start.propertyNames())
                && start.path("alg").asString("").equals("HS256")
                && start.path("typ").asString("JWT").equals("JWT");
    }

    private static @Nullable SignedClaims claims(JsonNode members) {
        try {
            return new ClaimsReader(members).read();
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }

    private static byte @Nullable [] decoded(String part) {
        try {
            return part.endsWith("=") ? null : Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
