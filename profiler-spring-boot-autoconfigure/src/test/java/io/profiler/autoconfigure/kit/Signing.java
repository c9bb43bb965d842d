// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs anything, also what no client of ours would send. */
public final class Signing {

    private Signing() {}

    /** Headers whose info is a text as it is. */
    public static Map<String, String> text(String info, String key) {
        return Map.of("X-Trace-Info", info, "X-Trace-HMAC", hmac(info, key));
    }

    /** Headers whose info is a JSON text in base64. */
    public static Map<String, String> json(String json, String key) {
        return text(Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8)), key);
    }

    private static String hmac(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
