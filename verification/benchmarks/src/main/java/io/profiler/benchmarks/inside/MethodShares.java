// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.benchmarks.MarkdownPage;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Insight;
import io.profiler.trace.Origin;
import io.profiler.trace.Profiler;
import io.profiler.trace.SampleSettings;
import io.profiler.trace.TraceLimits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * How much of the time each method has by looks at signed requests, and by async-profiler on the same thread meanwhile, beside
 * what is known of it.
 */
public final class MethodShares {

    private static final int REQUESTS = Integer.getInteger("requests", 60);
    private static final int WARM_UP_REQUESTS = Integer.getInteger("warmUpRequests", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 100);
    private static final String EVENT = System.getProperty("event", "wall");
    private static final int EVENT_MILLIS = Integer.getInteger("eventMillis", 5);
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final String KEY = "benchmark";
    private static final String PATH = "/known";

    private final KeptPoints points = new KeptPoints();
    private final KnownWork work = new KnownWork(Profiler.create(
            points,
            new Origin("host", "benchmark", "benchmark"),
            ArgumentCapture.disabled(),
            TraceLimits.defaults(),
            Insight.NONE
                    .withSamples(new SampleSettings(true, false, SampleSettings.DEFAULT_PERIOD))
                    .withVirtualThreads()));
    private final HeaderVerifier verifier = new HeaderVerifier(List.of(KEY));

    private MethodShares() {}

    /**
     * Measures.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        new MethodShares().measure();
    }

    private void measure() throws IOException {
        requests(WARM_UP_REQUESTS);
        work.forget();
        AsyncProfiling asyncProfiling = new AsyncProfiling(EVENT, EVENT_MILLIS);
        LookedAt lookedAt = requests(REQUESTS);
        String table = table(lookedAt, asyncProfiling.stop());
        System.out.println(table + "\n(" + work.result() + ")");
        MarkdownPage.replaceTable("methods beside async-profiler on Java " + java(), table);
    }

    private LookedAt requests(int count) {
        LookedAt lookedAt = new LookedAt();
        for (int i = 0; i < count; i++) {
            work.request(signed(), ROUNDS);
            lookedAt.add(points.take());
        }
        return lookedAt;
    }

    private TraceContext signed() {
        String token = TraceToken.sign(
                new TokenClaims(
                        PATH,
                        Set.of(),
                        Allowance.UNLIMITED.sampled(SampleSettings.DEFAULT_PERIOD),
                        Instant.now().plus(LIFETIME)),
                KEY);
        return Objects.requireNonNull(verifier.verifyToken(token, "GET", PATH).context(), "context");
    }

    private static int java() {
        return Runtime.version().feature();
    }

    private String table(LookedAt lookedAt, MethodCounts seen) {
        MethodCounts looks = lookedAt.counts();
        StringBuilder table = new StringBuilder("Java " + java()
                + "\n\n| method | known | looks | async-profiler | looks differ by |\n|---|---:|---:|---:|---:|");
        for (KnownMethod method : KnownMethod.values()) {
            table.append(row(method, looks.percent(method), seen.percent(method)));
        }
        return table
                + String.format(
                        Locale.ROOT,
                        "%n%nOf %,d looks and %,d samples of async-profiler. %.1f %% of the looks at these methods are"
                                + " told of no span, and %.1f %% of the others of the right one.",
                        looks.all(),
                        seen.all(),
                        lookedAt.inNoSpan(),
                        lookedAt.inRightSpan());
    }

    private String row(KnownMethod method, double looks, double seen) {
        return String.format(
                Locale.ROOT,
                "%n| `%s`: %s | %.1f %% | %.1f %% | %.1f %% | %+.1f |",
                method.method(),
                method.what(),
                work.percent(method),
                looks,
                seen,
                looks - seen);
    }
}
