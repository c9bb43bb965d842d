// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final String KEY = "0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String HS256 = "{\"alg\":\"HS256\"}";

    private final HeaderVerifier verifier = verifierAt(InstantSource.system());

    @Test
    void whatATokenSaysIsWhatARequestMay() {
        Allowance allowance = new Allowance(Set.of("wsgi", "db"), 5000);
        TokenClaims claims = new TokenClaims(
                "/v2/**", Set.of("GET", "PUT"), allowance, Instant.now().plusSeconds(600));

        TraceContext context =
                verify(TraceToken.sign(claims, KEY), "PUT", "/v2/queues").context();

        assertThat(context.allowance()).isEqualTo(allowance);
        assertThat(context.hmacKey()).isEqualTo(KEY);
        assertThat(context.baseId()).hasSize(36).isEqualTo(context.parentId());
    }

    @Test
    void whatAsksForLooksIsPassedOn() {
        Allowance allowance = Allowance.UNLIMITED.sampled(Duration.ofMillis(20));
        TokenClaims claims =
                new TokenClaims("/**", Set.of(), allowance, Instant.now().plusSeconds(600));

        TraceContext context = get(TraceToken.sign(claims, KEY), "/").context();
        String next = TraceToken.next(context).orElseThrow();

        assertThat(context.allowance()).isEqualTo(allowance);
        assertThat(get(next, "/").context().allowance()).isEqualTo(allowance);
    }

    @Test
    void whatAsksForMethodsIsPassedOn() {
        Allowance allowance = Allowance.UNLIMITED.traced(Set.of("com.acme.Price::*", "com.acme.Tax::of"));
        TokenClaims claims =
                new TokenClaims("/**", Set.of(), allowance, Instant.now().plusSeconds(600));

        TraceContext context = get(TraceToken.sign(claims, KEY), "/").context();
        String next = TraceToken.next(context).orElseThrow();

        assertThat(context.allowance()).isEqualTo(allowance);
        assertThat(get(next, "/").context().allowance()).isEqualTo(allowance);
    }

    @Test
    void thereAreBoundsToTheMethodsThatATokenAsksFor() {
        Set<String> nine = IntStream.range(0, 9).mapToObj(i -> "a.A::m" + i).collect(Collectors.toSet());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.UNLIMITED.traced(nine))
                .withMessage("methods: more than 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.UNLIMITED.traced(Set.of("a".repeat(257))))
                .withMessage("methods: one has more than 256 characters");
    }

    @Test
    void onlyATokenForItIsACookieAndIsPassedOnAsNone() {
        String header = TraceToken.sign(everything().in("base", "base"), KEY);
        String cookie = TraceToken.sign(everything().in("base", "base").inCookie(), KEY);

        assertThat(verifier.verifyCookie(header, "GET", "/").reason()).isEqualTo(Reason.FOREIGN_AUDIENCE);
        assertThat(get(cookie, "/").reason()).isEqualTo(Reason.ACCEPTED);
        HeaderVerdict recorded = verifier.verifyCookie(cookie, "GET", "/");
        assertThat(recorded.context().baseId()).isEqualTo("base");
        assertThat(verifier.verifyCookie(TraceToken.next(recorded.context()).orElseThrow(), "GET", "/")
                        .reason())
                .isEqualTo(Reason.FOREIGN_AUDIENCE);
    }

    @Test
    void aPathIsNoLongerThanItTakesLittleTimeToFind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> everything().at("/" + "*a".repeat(128)))
                .withMessageContaining("256");
    }

    @Test
    void withoutABaseIdEachRequestIsATraceOfItsOwn() {
        String token = TraceToken.sign(everything(), KEY);

        assertThat(get(token, "/").context().baseId())
                .isNotEqualTo(get(token, "/").context().baseId());
    }

    @Test
    void withABaseIdAllRequestsAreOneTrace() {
        String token = TraceToken.sign(everything().in("base", "parent"), KEY);

        assertThat(get(token, "/").context().baseId()).isEqualTo("base");
        assertThat(get(token, "/").context().parentId()).isEqualTo("parent");
    }

    @Test
    void theNextServiceGetsTheSameBoundsBelowThePresentSpan() {
        TokenClaims claims = new TokenClaims(
                "/v2/**",
                Set.of("GET"),
                new Allowance(Set.of("db"), 7),
                Instant.now().plusSeconds(600));
        TraceContext here = get(TraceToken.sign(claims, KEY), "/v2/a").context().below("span");

        TraceContext there = get(TraceToken.next(here).orElseThrow(), "/v2/b").context();
        TraceContext elsewhere =
                get(TraceToken.next(here, "/stock/*").orElseThrow(), "/stock/b").context();

        assertThat(there)
                .isEqualTo(verify(TraceToken.sign(claims.in(here.baseId(), "span"), KEY), "GET", "/v2/c")
                        .context());
        assertThat(there.parentId()).isEqualTo("span");
        assertThat(elsewhere.baseId()).isEqualTo(here.baseId());
        assertThat(elsewhere.allowance()).isEqualTo(claims.allowance());
        assertThat(get(TraceToken.next(elsewhere).orElseThrow(), "/v2/b").reason())
                .isEqualTo(Reason.FOREIGN_PATH);
    }

    @Test
    void headersWithoutBoundsBecomeNoToken() {
        assertThat(TraceToken.next(new TraceContext("base", "base", KEY))).isEmpty();
    }

    @Test
    void osprofilersServicesGetItsHeadersFromAToken() {
        TraceContext here = get(TraceToken.sign(everything().in("base", "base"), KEY), "/")
                .context()
                .below("span");

        SignedHeaders headers = SignedHeaders.sign(here);

        assertThat(new HeaderVerifier(List.of(KEY))
                        .verify(headers.info(), headers.hmac())
                        .context())
                .isEqualTo(new TraceContext("base", "span", KEY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"aud":"profiler","exp":1769860800,"path":"/**"}                                        | ACCEPTED
            {"aud":["x","profiler"],"exp":1769860800.5,"path":"/**","method":["PUT","GET"]}         | ACCEPTED
            {"aud":"profiler","exp":1769860770,"iat":1769860830,"path":"/**"}                       | ACCEPTED
            {"aud":"profiler","exp":1769860769,"path":"/**"}                                        | EXPIRED
            {"aud":"profiler","exp":-1,"path":"/**"}                                                | EXPIRED
            {"aud":"profiler","exp":1769861800,"iat":1769860831,"path":"/**"}                       | NOT_YET
            {"aud":"profiler","exp":1769861800,"nbf":1769860831,"path":"/**"}                       | NOT_YET
            {"aud":"other","exp":1769860800,"path":"/**"}                                           | FOREIGN_AUDIENCE
            {"exp":1769860800,"path":"/**"}                                                         | FOREIGN_AUDIENCE
            {"aud":"profiler","exp":1769860800,"path":"/**","method":"POST"}                        | FOREIGN_METHOD
            {"aud":"profiler","exp":1769860800,"path":"/**","method":"get"}                         | FOREIGN_METHOD
            {"aud":"profiler","exp":1769860800,"path":"/other"}                                     | FOREIGN_PATH
            {"aud":"profiler","path":"/**"}                                                         | WRONG_MEMBERS
            {"aud":"profiler","exp":null,"path":"/**"}                                              | WRONG_MEMBERS
            {"aud":"profiler","exp":"1769860800","path":"/**"}                                      | WRONG_MEMBERS
            {"aud":"profiler","exp":1e999,"path":"/**"}                                             | WRONG_MEMBERS
            {"aud":"profiler","exp":99999999999999999999,"path":"/**"}                              | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800}                                                     | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"v2/**"}                                      | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":["/**"]}                                      | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","method":[]}                            | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","layers":[1]}                           | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","layers":null}                          | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","spans":0}                              | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","spans":-5}                             | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","spans":4294967297}                     | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","samples":10}                           | ACCEPTED
            {"aud":"profiler","exp":1769860800,"path":"/**","samples":0}                            | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","samples":true}                         | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","trace_methods":["a.B::c"]}            | ACCEPTED
            {"aud":"profiler","exp":1769860800,"path":"/**","trace_methods":"a.B::c"}              | ACCEPTED
            {"aud":"profiler","exp":1769860800,"path":"/**","trace_methods":[]}                    | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","trace_methods":["1","2","3","4","5","6","7","8","9"]} | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","base_id":5}                            | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/**","host":"a"}                             | WRONG_MEMBERS
            {"aud":"profiler","exp":1769860800,"path":"/other","path":"/**"}                        | MALFORMED
            {"aud":"profiler","exp":1769860800,"path":"/**","spans":111111111111111111111111111111111} | MALFORMED
            {"aud":[[[[["profiler"]]]]],"exp":1769860800,"path":"/**"}                              | MALFORMED
            {"aud":"profiler","exp":1769860800,"path":"/**"} 5                                      | MALFORMED
            5                                                                                       | MALFORMED
            """)
    void saysWhyATokenIsRejected(String claims, Reason reason) {
        assertThat(verdict(signed(HS256, claims))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"alg":"HS256","typ":"JWT"}             | ACCEPTED
            {"alg":"HS256","typ":"JWT","kid":"1"}   | ACCEPTED
            {"alg":"none"}                          | WRONG_MEMBERS
            {"alg":"HS512"}                         | WRONG_MEMBERS
            {"alg":"hs256"}                         | WRONG_MEMBERS
            {"alg":["HS256"]}                       | WRONG_MEMBERS
            {"alg":"HS256","typ":"at+jwt"}          | WRONG_MEMBERS
            {"alg":"HS256","crit":["exp"]}          | WRONG_MEMBERS
            {"alg":"HS256","b64":false}             | WRONG_MEMBERS
            {}                                      | WRONG_MEMBERS
            {"alg":"none","alg":"HS256"}            | MALFORMED
            """)
    void takesOneAlgorithm(String start, Reason reason) {
        String claims = "{\"aud\":\"profiler\",\"exp\":1769860800,\"path\":\"/**\"}";

        assertThat(verdict(signed(start, claims))).isEqualTo(reason);
    }

    @Test
    void aTokenThatNobodySignedIsWrong() {
        String claims = encoded("{\"aud\":\"profiler\",\"exp\":1769860800,\"path\":\"/**\"}");
        String none = encoded("{\"alg\":\"none\"}") + '.' + claims + '.';

        assertThat(get(none, "/").reason()).isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(get("", "/").reason()).isEqualTo(Reason.UNSIGNED);
        assertThat(get(".", "/").reason()).isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(get(signedText("x"), "/").reason()).isEqualTo(Reason.MALFORMED);
        assertThat(get(signedText("." + claims), "/").reason()).isEqualTo(Reason.MALFORMED);
        assertThat(get(signedText(encoded(HS256) + ".x." + claims), "/").reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void aSignatureHasOneForm() {
        String token = TraceToken.sign(everything(), KEY);
        char last = token.charAt(token.length() - 1);

        assertThat(get(token + '=', "/").reason()).isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(get(token.substring(0, token.length() - 1) + (char) (last + 1), "/")
                        .reason())
                .isEqualTo(Reason.WRONG_SIGNATURE);
    }

    @Test
    void whatIsLongIsRejectedUnread() {
        String token = TraceToken.sign(everything().in("a".repeat(4096), "b"), KEY);

        assertThat(get(token, "/").reason()).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void whereOnlyTokensAreAcceptedHeadersAreNot() {
        SignedHeaders headers = SignedHeaders.sign(new TraceContext("base", "base", KEY));

        assertThat(verifier.verify(headers.info(), headers.hmac()).reason()).isEqualTo(Reason.NO_TOKEN);
        assertThat(verifier.count(Reason.NO_TOKEN)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v2/**", "*"})
    void claimsNeedAPath(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenClaims(path, Set.of(), Allowance.UNLIMITED, Instant.EPOCH))
                .withMessageContaining("'/'");
    }

    private static TokenClaims everything() {
        return new TokenClaims(
                "/**", Set.of(), Allowance.UNLIMITED, Instant.now().plusSeconds(600));
    }

    private static HeaderVerifier verifierAt(InstantSource clock) {
        return new HeaderVerifier(List.of("other", KEY), new Acceptance(true, Duration.ZERO, 255), clock);
    }

    private static Reason verdict(String token) {
        return verifierAt(InstantSource.fixed(NOW))
                .verifyToken(token, "GET", "/v2")
                .reason();
    }

    private HeaderVerdict get(String token, String path) {
        return verify(token, "GET", path);
    }

    private HeaderVerdict verify(String token, String method, String path) {
        return verifier.verifyToken(token, method, path);
    }

    private static String signed(String start, String claims) {
        return signedText(encoded(start) + '.' + encoded(claims));
    }

    private static String signedText(String text) {
        return text + '.' + Signature.ofTokens(KEY).of(text);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
