// SPDX-License-Identifier: Apache-2.0
package io.profiler.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Header pairs and tokens, rightly signed and not. */
class TraceHeadersFuzzTest {

    private static final String KEY = "a key of the fuzz tests";

    private final HeaderVerifier verifier = new HeaderVerifier(List.of("an older key", KEY));

    @FuzzTest(maxDuration = "60s")
    void pairs(FuzzedDataProvider data) throws GeneralSecurityException {
        boolean encoded = data.consumeBoolean();
        String text = data.consumeRemainingAsString();
        String info = encoded ? Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8)) : text;

        HeaderVerdict unsigned = verifier.verify(info, info.substring(0, Math.min(40, info.length())));
        assertThat(unsigned.context()).isNull();

        TraceContext context = verifier.verify(info, HexFormat.of().formatHex(mac("HmacSHA1", info)))
                .context();
        if (context != null) {
            SignedHeaders again = SignedHeaders.sign(context);
            HeaderVerdict same = verifier.verify(again.info(), again.hmac());
            assertThat(same.reason() == HeaderVerdict.Reason.TOO_LONG || context.equals(same.context()))
                    .isTrue();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void tokens(FuzzedDataProvider data) throws GeneralSecurityException {
        String path = "/" + data.consumeString(40);
        boolean encoded = data.consumeBoolean();
        String claims = data.consumeRemainingAsString();
        String start = encoded ? part("{\"alg\":\"HS256\"}") + '.' + part(claims) : claims;

        assertThat(verifier.verifyToken(claims, "GET", path).context()).isNull();

        String token = start + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(mac("HmacSHA256", start));
        TraceContext context = verifier.verifyToken(token, "GET", path).context();
        if (context != null) {
            assertThat(claims).contains("exp").contains("profiler").contains("path");
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static byte[] mac(String algorithm, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), algorithm));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
