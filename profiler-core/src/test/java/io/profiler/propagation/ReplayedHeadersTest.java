// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayedHeadersTest {

    private static final String KEY = "0123456789abcdef";

    private Instant now = Instant.now().plus(Duration.ofDays(1));
    private final HeaderVerifier verifier =
            new HeaderVerifier(List.of(KEY), new Acceptance(false, Duration.ofHours(1), 255), () -> now);

    @Test
    void aTraceThatHasEndedIsAddedToForSomeTimeOnly() {
        assertThat(reason("base")).isEqualTo(Reason.ACCEPTED);
        now = now.plus(Duration.ofHours(5));
        verifier.ended("base");
        now = now.plus(Duration.ofHours(1));
        verifier.ended("base");
        assertThat(reason("base")).isEqualTo(Reason.ACCEPTED);

        now = now.plusMillis(1);

        assertThat(reason("base")).isEqualTo(Reason.REPLAYED);
        assertThat(reason("other")).isEqualTo(Reason.ACCEPTED);
        assertThat(verifier.count(Reason.REPLAYED)).isEqualTo(1);
    }

    @Test
    void soIsOneWithALongId() {
        HeaderVerifier lenient =
                new HeaderVerifier(List.of(KEY), new Acceptance(false, Duration.ofHours(1), 1_000), () -> now);
        String longId = "x".repeat(300);
        SignedHeaders headers = SignedHeaders.sign(new TraceContext(longId, longId, KEY));
        lenient.ended(longId);
        now = now.plus(Duration.ofHours(2));

        assertThat(lenient.verify(headers.info(), headers.hmac()).reason()).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void aTokenEndsByItself() {
        String token = TraceToken.sign(
                new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, now.plus(Duration.ofDays(1))).in("base", "base"),
                KEY);
        verifier.ended("base");
        now = now.plus(Duration.ofHours(2));

        assertThat(verifier.verifyToken(token, "GET", "/").reason()).isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void whoIsReplayedStaysRememberedAndOthersAreForgotten() {
        verifier.ended("replayed");
        verifier.ended("forgotten");
        now = now.plus(Duration.ofHours(2));
        for (int i = 0; i < 2 * EndedTraces.CAPACITY; i++) {
            verifier.ended("trace " + i);
            assertThat(reason("replayed")).isEqualTo(Reason.REPLAYED);
        }

        assertThat(reason("forgotten")).isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void withoutATimeTracesStayOpenForEver() {
        HeaderVerifier forEver = new HeaderVerifier(List.of(KEY), Acceptance.ANY, () -> now);
        forEver.ended("base");
        now = now.plus(Duration.ofDays(1000));
        SignedHeaders headers = SignedHeaders.sign(new TraceContext("base", "base", KEY));

        assertThat(forEver.verify(headers.info(), headers.hmac()).reason()).isEqualTo(Reason.ACCEPTED);
    }

    private Reason reason(String baseId) {
        SignedHeaders headers = SignedHeaders.sign(new TraceContext(baseId, baseId, KEY));
        return verifier.verify(headers.info(), headers.hmac()).reason();
    }
}
