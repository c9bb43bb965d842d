// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys that may have signed a text, in the order in which they are tried. */
final class SignatureKeys {

    private final List<Signature> signatures;

    /**
     * @param keys blanks around them and empty ones do not count
     */
    SignatureKeys(List<String> keys, Function<String, Signature> signature) {
        this.signatures = keys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(signature)
                .toList();
    }

    /** The key that made a signature; null if none did. */
    @Nullable
    String signer(String text, String signature) {
        for (Signature candidate : signatures) {
            if (candidate.matches(text, signature)) {
                return candidate.key();
            }
        }
        return null;
    }
}
