// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static io.profiler.propagation.SignedIds.BASE_ID;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads OSprofiler's two headers. Gives every recorded pair of OSprofiler 3.4.3 the verdict that OSprofiler gives it, but
 * never throws where OSprofiler does, and takes only texts as ids.
 */
final class HeaderPairs {

    private static final int MAX_INFO_LENGTH = 8192;
    private static final int MAX_HMAC_LENGTH = 256;
    private static final Set<String> MEMBERS = Set.of(BASE_ID, SignedIds.PARENT_ID, "hmac_key");

    private final SignatureKeys keys;

    HeaderPairs(List<String> hmacKeys) {
        this.keys = new SignatureKeys(hmacKeys, Signature::ofHeaders);
    }

    HeaderVerdict verify(String info, @Nullable String hmac) {
        if (hmac == null || hmac.isBlank()) {
            return HeaderVerdict.rejected(Reason.UNSIGNED);
        }
        if (info.length() > MAX_INFO_LENGTH || hmac.length() > MAX_HMAC_LENGTH) {
            return HeaderVerdict.rejected(Reason.TOO_LONG);
        }
        String signature = hmac.strip();
        String key = keys.signer(info, signature);
        return key == null ? HeaderVerdict.rejected(Reason.WRONG_SIGNATURE) : read(info, signature, key);
    }

    private static HeaderVerdict read(String info, String signature, String key) {
        JsonNode members = SignedJson.LENIENT.object(LenientBase64.decode(info));
        if (members == null) {
            return HeaderVerdict.rejected(Reason.MALFORMED);
        }
        SignedIds ids =
                members.has(BASE_ID) && MEMBERS.containsAll(members.propertyNames()) ? SignedIds.of(members) : null;
        return ids == null
                ? HeaderVerdict.rejected(Reason.WRONG_MEMBERS)
                : HeaderVerdict.accepted(new TraceContext(ids, key, null, signature));
    }
}
