// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash of texts. Thread-safe: what has taken the key in once is copied for each text, and never used itself. */
final class Hmac {

    private final String algorithm;
    private final SecretKeySpec key;
    private final Mac keyed;

    Hmac(String algorithm, String key) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(key.getBytes(UTF_8), algorithm);
        this.keyed = keyed();
    }

    byte[] of(String text) {
        return copy().doFinal(text.getBytes(UTF_8));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException ofThisProvider) {
            return keyed();
        }
    }

    private Mac keyed() {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + algorithm, impossible);
        }
    }
}
