// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.profiler.propagation.HeaderVerdict.Reason;
import io.profiler.recordings.HeaderVector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class HeaderVerifierTest {

    private static final String KEY = "SECRET_KEY";

    static Stream<HeaderVector> vectors() {
        return HeaderVector.all().stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesTheVerdictThatOsprofilerGives(HeaderVector vector) {
        HeaderVerdict verdict = new HeaderVerifier(vector.serverKeys())
                .verify(vector.info() == null ? "" : vector.info(), vector.hmac());

        assertThat(verdict.context() != null).isEqualTo(vector.accepted());
        if (vector.accepted() && !vector.name().equals("base-id-empty")) {
            assertThat(verdict.context())
                    .isEqualTo(new TraceContext(vector.baseId(), vector.parentId(), vector.matchedKey()));
        }
    }

    @Test
    void anEmptyBaseIdIsReplacedByAFreshOne() {
        HeaderVerdict verdict = verify("{\"base_id\": \"\", \"parent_id\": null}");

        assertThat(verdict.context().baseId())
                .hasSize(36)
                .isEqualTo(verdict.context().parentId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"base_id": 5}                       | WRONG_MEMBERS
            {"base_id": ["x"]}                   | WRONG_MEMBERS
            {"base_id": "x", "parent_id": {}}    | WRONG_MEMBERS
            {"base_id": "x", "other": 1}         | WRONG_MEMBERS
            {"base_id": "\\ud800"}               | WRONG_MEMBERS
            {}                                   | WRONG_MEMBERS
            5                                    | MALFORMED
            "text"                               | MALFORMED
            {"base_id": "x"                      | MALFORMED
            """)
    void saysWhyRightlySignedHeadersAreRejected(String json, Reason reason) {
        assertThat(verify(json).reason()).isEqualTo(reason);
    }

    @Test
    void aMegabyteOfTextIsRejectedUnread() {
        String info = "A".repeat(1 << 20);

        HeaderVerdict verdict = new HeaderVerifier(List.of(KEY))
                .verify(info, Signature.ofHeaders(KEY).of(info));

        assertThat(verdict.reason()).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void readsWhatItSigned() {
        TraceContext context = new TraceContext("žluťoučký 🐎", "parent", "klíč");

        SignedHeaders headers = SignedHeaders.sign(context);

        assertThat(new HeaderVerifier(List.of("other", "klíč"))
                        .verify(headers.info(), headers.hmac())
                        .context())
                .isEqualTo(context);
    }

    @Test
    void neitherTheTextNorTheJsonOfAContextShowsItsKey() {
        TraceContext context = new TraceContext("base", "parent", KEY);
        JsonMapper ofFields = JsonMapper.builder()
                .changeDefaultVisibility(checker -> checker.withFieldVisibility(Visibility.ANY))
                .build();

        assertThat(context.toString()).doesNotContain(KEY);
        assertThat(new JsonMapper().writeValueAsString(context)).doesNotContain(KEY);
        assertThat(ofFields.writeValueAsString(context)).contains("parent").doesNotContain(KEY);
    }

    @Test
    void whatAContextAllowsIsAllowedBelowItsSpans() {
        Allowance allowance = new Allowance(Set.of("wsgi", "db"), 7);

        TraceContext below = new TraceContext("base", "parent", KEY, allowance).below("span");

        assertThat(below).isEqualTo(new TraceContext("base", "span", KEY, allowance));
        assertThat(allowance.allows("db")).isTrue();
        assertThat(allowance.allows("cache")).isFalse();
    }

    private static HeaderVerdict verify(String json) {
        String info = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return new HeaderVerifier(List.of(KEY))
                .verify(info, Signature.ofHeaders(KEY).of(info));
    }
}
