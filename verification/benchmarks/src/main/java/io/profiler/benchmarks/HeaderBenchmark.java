// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerdict;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a request costs that asks for a profile: to verify its token, one that is forged, and OSprofiler's headers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HeaderBenchmark {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String PATH = "/v2/queues/orders/messages";

    private final HeaderVerifier verifier = new HeaderVerifier(List.of(KEY));
    private final String token = token(KEY);
    private final String forged = token("another key");
    private final SignedHeaders headers = SignedHeaders.sign(new TraceContext("base", "base", KEY));

    private static String token(String key) {
        Allowance allowance = new Allowance(Set.of("wsgi", "management_store"), 5000);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        return TraceToken.sign(new TokenClaims("/v2/**", Set.of("GET", "POST"), allowance, tomorrow), key);
    }

    @Benchmark
    public HeaderVerdict token() {
        return verifier.verifyToken(token, "GET", PATH);
    }

    @Benchmark
    public HeaderVerdict forgedToken() {
        return verifier.verifyToken(forged, "GET", PATH);
    }

    @Benchmark
    public HeaderVerdict osprofilersHeaders() {
        return verifier.verify(headers.info(), headers.hmac());
    }
}
