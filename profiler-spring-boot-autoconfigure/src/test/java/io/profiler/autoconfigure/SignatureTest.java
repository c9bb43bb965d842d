// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.Acceptance;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoContextLeft.class)
class SignatureTest {

    private static final String KEY = "0123456789abcdef";
    private static final URI STOCK = URI.create("http://stock/v2/items");

    private final HeaderVerifier verifier = new HeaderVerifier(List.of(KEY), Acceptance.ANY, InstantSource.system());
    private final Profiler profiler =
            Profiler.create(new CollectingSink(), new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());
    private final Signature signature = new Signature(new HouseHosts(List.of()));

    @Test
    void aRequestThatCameWithATokenGoesOnWithOneOfTheSameBounds() {
        Allowance allowance = new Allowance(Set.of("wsgi", "db"), 7);
        TokenClaims claims = new TokenClaims(
                "/v2/**", Set.of("GET"), allowance, Instant.now().plusSeconds(600));
        TraceContext here = verifier.verifyToken(TraceToken.sign(claims, KEY), "GET", "/v2/orders")
                .context();

        Map<String, String> headers = sentFrom(here);

        assertThat(headers).containsOnlyKeys(Signature.NAMES);
        TraceContext there = verifier.verifyToken(headers.get(TraceToken.HEADER), "GET", STOCK.getPath())
                .context();
        assertThat(there.baseId()).isEqualTo(here.baseId());
        assertThat(there.allowance()).isEqualTo(allowance);
    }

    @Test
    void oneThatCameWithHeadersGoesOnWithHeadersAlone() {
        assertThat(sentFrom(new TraceContext("base", "parent", KEY)))
                .containsOnlyKeys(SignedHeaders.TRACE_INFO, SignedHeaders.TRACE_HMAC);
    }

    @Test
    void oneThatIsNotProfiledGoesOnAsItIs() {
        assertThat(signature.of(STOCK)).isEmpty();
    }

    private Map<String, String> sentFrom(TraceContext context) {
        ProfiledScope scope = profiler.open(context);
        try {
            return signature.of(STOCK);
        } finally {
            scope.close();
        }
    }
}
