// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA1 of a text under one key. Thread-safe. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA1";

    private final String key;
    private final SecretKeySpec keySpec;

    Signature(String key) {
        this.key = key;
        this.keySpec = new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM);
    }

    String key() {
        return key;
    }

    String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keySpec);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Compares in a time that does not tell how much of the signature is right. */
    boolean matches(String text, String signature) {
        return MessageDigest.isEqual(of(text).getBytes(UTF_8), signature.getBytes(UTF_8));
    }
}
