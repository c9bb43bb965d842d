// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
        verifier.ended(pair("base"));
        now = now.plus(Duration.ofHours(1));
        verifier.ended(pair("base"));
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
        lenient.ended(pair(longId));
        now = now.plus(Duration.ofHours(2));

        assertThat(lenient.verify(headers.info(), headers.hmac()).reason()).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void aTokenEndsByItself() {
        String token = TraceToken.sign(
                new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, now.plus(Duration.ofDays(1))).in("base", "base"),
                KEY);
        verifier.ended(verifier.verifyToken(token, "GET", "/").context());
        now = now.plus(Duration.ofHours(2));

        assertThat(verifier.verifyToken(token, "GET", "/").reason()).isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void aPairOfATokensTraceDoesNot() {
        String token = TraceToken.sign(
                new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, now.plus(Duration.ofDays(1))).in("base", "base"),
                KEY);
        verifier.ended(verifier.verifyToken(token, "GET", "/").context());
        assertThat(reason("base")).isEqualTo(Reason.ACCEPTED);
        now = now.plus(Duration.ofHours(2));

        assertThat(reason("base")).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void norDoesOneOfATraceThatATokenHadMade() {
        String token = TraceToken.sign(
                new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, now.plus(Duration.ofDays(1))), KEY);
        TraceContext context = verifier.verifyToken(token, "GET", "/").context();
        verifier.ended(context);
        now = now.plus(Duration.ofHours(2));

        assertThat(reason(context.baseId())).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void whoIsReplayedStaysRememberedAndOthersAreForgotten() {
        verifier.ended(pair("replayed"));
        verifier.ended(pair("forgotten"));
        now = now.plus(Duration.ofHours(2));
        for (int i = 0; i < 2 * EndedTraces.CAPACITY; i++) {
            verifier.ended(pair("trace " + i));
            if (i % 10_000 == 0) {
                assertThat(reason("replayed")).isEqualTo(Reason.REPLAYED);
            }
        }

        assertThat(reason("replayed")).isEqualTo(Reason.REPLAYED);
        assertThat(reason("forgotten")).isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void asManyAreRememberedAsAreSaidToBe() {
        verifier.ended(pair("captured"));
        now = now.plus(Duration.ofHours(2));
        for (int i = 0; i < EndedTraces.CAPACITY; i++) {
            verifier.ended(pair("trace " + i));
        }

        assertThat(reason("captured")).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void thoseAreCountedWhoseHeadersAreGoodForLongerThanTheyShouldBe() {
        for (int i = 0; i < 2 * EndedTraces.CAPACITY; i++) {
            verifier.ended(pair("trace " + i));
        }
        assertThat(verifier.countForgotten()).isEqualTo(EndedTraces.CAPACITY);
    }

    @Test
    void whoRepeatsATokenHasNoTraceForgotten() {
        verifier.ended(pair("captured"));
        now = now.plus(Duration.ofHours(2));
        TokenClaims claims = new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, now);
        for (int i = 0; i < 2 * EndedTraces.CAPACITY; i++) {
            String id = "trace " + i;
            verifier.ended(new TraceContext(new SignedIds(id, id, true), KEY, claims, "signature"));
        }

        assertThat(reason("captured")).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void headersThatHaveANewTraceMadeEachTimeAreReplayedToo() {
        String info = Base64.getUrlEncoder().encodeToString("{\"base_id\": \"\"}".getBytes(UTF_8));
        String hmac = Signature.ofHeaders(KEY).of(info);
        TraceContext made = verifier.verify(info, hmac).context();
        verifier.ended(made);
        now = now.plus(Duration.ofHours(2));

        assertThat(verifier.verify(info, hmac).reason()).isEqualTo(Reason.REPLAYED);
        assertThat(reason(made.baseId())).isEqualTo(Reason.REPLAYED);
        assertThat(reason("other")).isEqualTo(Reason.ACCEPTED);
    }

    @Test
    void withoutATimeTracesStayOpenForEver() {
        HeaderVerifier forEver = new HeaderVerifier(List.of(KEY), Acceptance.ANY, () -> now);
        forEver.ended(pair("base"));
        now = now.plus(Duration.ofDays(1000));
        SignedHeaders headers = SignedHeaders.sign(new TraceContext("base", "base", KEY));

        assertThat(forEver.verify(headers.info(), headers.hmac()).reason()).isEqualTo(Reason.ACCEPTED);
    }

    private static TraceContext pair(String baseId) {
        return new TraceContext(baseId, baseId, KEY);
    }

    private Reason reason(String baseId) {
        SignedHeaders headers = SignedHeaders.sign(new TraceContext(baseId, baseId, KEY));
        return verifier.verify(headers.info(), headers.hmac()).reason();
    }
}
