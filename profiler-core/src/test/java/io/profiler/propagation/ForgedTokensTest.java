// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ForgedTokensTest {

    private static final int EACH = 100_000;
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Instant START = Instant.now().plus(Duration.ofDays(1));
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String SIGNS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u0000\u00e9";

    private final Random random = new Random(14);
    private Instant now = START;
    private final HeaderVerifier verifier =
            new HeaderVerifier(List.of("another key", KEY), new Acceptance(true, Duration.ZERO, 255), () -> now);

    @Test
    void noTokenThatWasChangedIsAccepted() {
        String token = TraceToken.sign(claims("/v2/**", START.plus(LIFE)), KEY);

        assertThat(verdicts(i -> changed(token), "/v2/queues"))
                .doesNotContainKey(Reason.ACCEPTED)
                .containsKey(Reason.WRONG_SIGNATURE);
    }

    @Test
    void noTokenThatIsPutTogetherFromOthersIsAccepted() {
        List<String[]> parts = List.of(
                TraceToken.sign(claims("/v2/**", START.plus(LIFE)), "a key of somebody")
                        .split("\\."),
                TraceToken.sign(claims("/**", START.plus(LIFE)), "another one").split("\\."),
                TraceToken.sign(claims("/v1/**", START.plus(LIFE)), KEY).split("\\."));

        assertThat(verdicts(i -> any(parts)[0] + '.' + any(parts.subList(0, 2))[1] + '.' + any(parts)[2], "/v2/queues"))
                .containsOnlyKeys(Reason.WRONG_SIGNATURE);
    }

    @Test
    void noTokenWhoseTimeIsOverIsAccepted() {
        assertThat(verdicts(
                        i -> TraceToken.sign(claims("/v2/**", START.minusSeconds(31L + random.nextInt(100_000))), KEY),
                        "/v2/queues"))
                .containsExactly(Map.entry(Reason.EXPIRED, EACH));
    }

    @Test
    void noTokenIsAcceptedForAnotherPath() {
        assertThat(verdicts(
                        i -> TraceToken.sign(claims("/v2/" + random.nextInt(1000) + "/**", START.plus(LIFE)), KEY),
                        "/v2/2026/messages"))
                .containsExactly(Map.entry(Reason.FOREIGN_PATH, EACH));
    }

    @Test
    void whatWasAcceptedIsNotAnyMoreOnceItsTimeIsOver() {
        String token = TraceToken.sign(claims("/v2/**", START.plus(LIFE)), KEY);
        assertThat(verifier.verifyToken(token, "GET", "/v2/queues").reason()).isEqualTo(Reason.ACCEPTED);

        now = START.plus(LIFE).plusSeconds(31);

        assertThat(verdicts(i -> token, "/v2/queues")).containsExactly(Map.entry(Reason.EXPIRED, EACH));
    }

    private Map<Reason, Integer> verdicts(IntFunction<String> token, String path) {
        Map<Reason, Integer> counts = new HashMap<>();
        for (int i = 0; i < EACH; i++) {
            HeaderVerdict verdict = verifier.verifyToken(token.apply(i), "GET", path);
            counts.merge(verdict.reason(), 1, Integer::sum);
            assertThat(verdict.context() == null).isEqualTo(verdict.reason() != Reason.ACCEPTED);
        }
        return counts;
    }

    /** One to three signs put in, taken away or replaced by others. */
    private String changed(String token) {
        StringBuilder text = new StringBuilder(token);
        while (text.toString().equals(token)) {
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
                text.replace(at, at + random.nextInt(2), random.nextBoolean() ? sign : "");
            }
        }
        return text.toString();
    }

    private String[] any(List<String[]> parts) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static TokenClaims claims(String path, Instant expires) {
        return new TokenClaims(path, Set.of("GET"), new Allowance(Set.of("wsgi"), 5000), expires);
    }
}
