// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

/** Signs texts with one key, and recognises its signatures. Thread-safe. */
final class Signature {

    private final String key;
    private final Hmac hmac;
    private final Function<byte[], String> form;

    private Signature(String key, String algorithm, Function<byte[], String> form) {
        this.key = key;
        this.hmac = new Hmac(algorithm, key);
        this.form = form;
    }

    /** HMAC-SHA1 in hexadecimal digits, as OSprofiler signs. */
    static Signature ofHeaders(String key) {
        return new Signature(key, "HmacSHA1", HexFormat.of()::formatHex);
    }

    /** HMAC-SHA-256 in base64, as JSON Web Tokens are signed by {@code HS256}. */
    static Signature ofTokens(String key) {
        return new Signature(key, "HmacSHA256", Base64.getUrlEncoder().withoutPadding()::encodeToString);
    }

    String key() {
        return key;
    }

    String of(String text) {
        return form.apply(hmac.of(text));
    }

    /** Compares in a time that does not tell how much of the signature is right. */
    boolean matches(String text, String signature) {
        return MessageDigest.isEqual(of(text).getBytes(UTF_8), signature.getBytes(UTF_8));
    }
}
