// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The first part of a token, which says by which algorithm it is signed: by ours, or it is wrong. */
final class TokenStart {

    /** Those that ours and most libraries' have, as JSON without blanks: there is nothing in them to read again. */
    private static final Set<String> USUAL = Set.of(
            "eyJhbGciOiJIUzI1NiJ9", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9", "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9");

    private static final Set<String> MEMBERS = Set.of("alg", "typ", "kid");

    private TokenStart() {}

    static Reason verdict(String start) {
        if (USUAL.contains(start)) {
            return Reason.ACCEPTED;
        }
        JsonNode members = TokenPart.object(start);
        if (members == null) {
            return Reason.MALFORMED;
        }
        return isHs256(members) ? Reason.ACCEPTED : Reason.WRONG_MEMBERS;
    }

    private static boolean isHs256(JsonNode members) {
        return MEMBERS.containsAll(members.propertyNames())
                && members.path("alg").asString("").equals("HS256")
                && members.path("typ").asString("JWT").equals("JWT");
    }
}
