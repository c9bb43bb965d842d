// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final int PER_SECOND = 100;
    private static final String CAPTURED = "captured";

    private long now;
    private Admission admission = admission(1_000_000);

    private Admission admission(int openTraces) {
        return new Admission(new AdmissionLimits(openTraces, PER_SECOND), () -> now);
    }

    @Test
    void aFloodWithOnePairOfHeadersKeepsNobodyElseOut() {
        List<Boolean> news = new ArrayList<>();
        for (int millis = 0; millis < 60_000; millis++) {
            after(Duration.ofMillis(1));
            for (int i = 0; i < 10; i++) {
                ask(CAPTURED);
            }
            if (millis % 100 == 99) {
                news.add(ask("operator" + millis / 1_000));
            }
        }

        assertThat(news).hasSize(600).containsOnly(true);
        assertThat(admission.count(Refusal.REQUESTS_PER_SECOND)).isGreaterThan(590_000);
    }

    @Test
    void aFloodWithOneTokenKeepsNobodyElseOutThoughEachOfItsRequestsIsATraceOfItsOwn() {
        admission = admission(10);
        String token = token("/**");
        List<Admitted> open = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Admitted admitted = admission.admit(by(token));
            if (admitted != null) {
                open.add(admitted);
            }
        }
        assertThat(open).hasSize(5);
        assertThat(admission.admit(by(token("/others")))).isNotNull();

        open.get(0).close();
        assertThat(admission.admit(by(token))).isNull();
        after(Duration.ofSeconds(10));
        assertThat(admission.admit(by(token))).isNotNull();
    }

    @Test
    void itIsKnownWhetherAnyRequestIsProfiled() {
        TraceContext context = new TraceContext("a", "a", "key");
        assertThat(admission.isProfiling()).isFalse();

        Admitted one = admission.admit(context);
        Admitted another = admission.admit(context);
        one.close();
        assertThat(admission.isProfiling()).isTrue();

        another.close();
        assertThat(admission.isProfiling()).isFalse();
    }

    @Test
    void oneTraceMayHaveTheUpperHalfAndItsShare() {
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            admitted += ask(CAPTURED) ? 1 : 0;
        }

        assertThat(admitted).isEqualTo(PER_SECOND);
    }

    @Test
    void manyTracesHaveAllThatTheirKeyHas() {
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            admitted += ask("trace" + i) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(2 * PER_SECOND);

        after(Duration.ofMillis(500));
        for (int i = 0; i < 1_000; i++) {
            admitted += ask("later" + i) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(2 * PER_SECOND + PER_SECOND / 2);
    }

    @Test
    void aSteadyRateBelowTheLimitIsAdmittedWhole() {
        for (int i = 0; i < 10_000; i++) {
            after(Duration.ofMillis(11));
            assertThat(ask(CAPTURED)).isTrue();
        }
    }

    @Test
    void eachKeyHasItsOwn() {
        for (int i = 0; i < 1_000; i++) {
            ask("trace" + i);
        }

        assertThat(admission.admit(new TraceContext("a", "a", "another key"))).isNotNull();
    }

    @Test
    void asManyAreOpenAsMayBeOfWhichOneTraceHasHalf() {
        admission = admission(10);
        for (int i = 0; i < 20; i++) {
            ask(CAPTURED);
        }
        assertThat(admission.count(Refusal.OPEN_TRACES)).isEqualTo(15);

        List<@Nullable Admitted> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add(admission.admit(context("other" + i)));
        }
        assertThat(others.subList(0, 5)).doesNotContainNull();
        assertThat(others.get(5)).isNull();

        others.get(0).close();
        others.get(0).close();
        assertThat(ask("new")).isTrue();
        assertThat(ask("newer")).isFalse();
    }

    @Test
    void aRequestWhoseEndNobodyTellsIsForgottenInTime() {
        admission = admission(2);
        ask("a");
        ask("b");
        after(Duration.ofMinutes(59));
        assertThat(ask("c")).isFalse();
        after(Duration.ofMinutes(2));
        assertThat(ask("c")).isTrue();
    }

    @Test
    void soIsOneOfATraceThatHasItsHalf() {
        admission = admission(4);
        ask("a");
        ask("a");
        ask("b");
        assertThat(ask("a")).isFalse();
        after(Duration.ofMinutes(61));
        assertThat(ask("a")).isTrue();
    }

    @Test
    void aTraceThatIsFullIsCountedAndNoLongerOpen() {
        admission = admission(1);
        Admitted admitted = admission.admit(context("a"));
        admitted.traceIsFull();

        assertThat(admission.count(Refusal.SPANS_PER_TRACE)).isEqualTo(1);
        assertThat(ask("b")).isTrue();
    }

    @Test
    void aFaultIsCountedAsNoLimit() {
        admission = admission(1);
        admission.admit(context("a")).profilerFailed();

        assertThat(admission.count(Refusal.FAULT)).isEqualTo(1);
        assertThat(admission.count(Refusal.SPANS_PER_TRACE)).isZero();
        assertThat(ask("b")).isTrue();
    }

    private void after(Duration passed) {
        now += passed.toNanos();
    }

    private boolean ask(String baseId) {
        return admission.admit(context(baseId)) != null;
    }

    private static String token(String path) {
        Instant end = Instant.ofEpochSecond(4_000_000_000L);
        return TraceToken.sign(new TokenClaims(path, Set.of(), Allowance.UNLIMITED, end), "key");
    }

    private static TraceContext by(String token) {
        return requireNonNull(new HeaderVerifier(List.of("key"))
                .verifyToken(token, "GET", "/others")
                .context());
    }

    private static TraceContext context(String baseId) {
        return new TraceContext(baseId, baseId, "key");
    }
}
