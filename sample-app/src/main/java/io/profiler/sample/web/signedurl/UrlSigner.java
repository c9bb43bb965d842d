// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.signedurl;

import io.profiler.sample.SampleProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Signs what clients may pass on. Without a key in the settings, signatures are good until the service stops. */
@Component
class UrlSigner {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_KEY_BYTES = 32;

    /** The original's separator is the escape sequence, not the line break that it stands for. */
    private static final String SEPARATOR = "\\n";

    private final SecretKeySpec key;

    UrlSigner(SampleProperties properties) {
        byte[] secret = Optional.ofNullable(properties.signedUrlKey())
                .filter(StringUtils::hasText)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(UrlSigner::randomKey);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    private static byte[] randomKey() {
        byte[] secret = new byte[RANDOM_KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    SignedUrl sign(List<String> paths, List<String> methods, String project, String expires) {
        return new SignedUrl(paths, methods, project, expires, signature(paths, methods, project, expires));
    }

    boolean isSigned(SignedUrl url) {
        String expected = signature(url.paths(), url.methods(), url.project(), url.expires());
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), url.signature().getBytes(StandardCharsets.UTF_8));
    }

    private String signature(List<String> paths, List<String> methods, String project, String expires) {
        String text = String.join(SEPARATOR, String.join(",", paths), String.join(",", methods), project, expires);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every platform has the algorithm
        }
    }
}
