// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One of the parts of a token that hold JSON. */
final class TokenPart {

    private TokenPart() {}

    /** The object in it; null if it is not URL-safe base64, without padding, of one. */
    static @Nullable JsonNode object(String part) {
        try {
            return part.endsWith("=")
                    ? null
                    : SignedJson.STRICT.object(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
