// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.propagation.TraceContext;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.util.EnumMap;
import java.util.Map;

/** Requests of which it is known how long each of their methods takes: each works for a set time, and the clock is read around it. */
final class KnownWork {

    private final Profiler profiler;
    private final KnownPart words = new KnownPart.Words();
    private final KnownPart sort = new KnownPart.Sort();
    private final KnownPart walk = new KnownPart.Walk();
    private final KnownPart loop = new KnownPart.Loop();
    private final KnownPart digest = new KnownPart.Digest();
    private final Map<KnownMethod, Long> nanos = new EnumMap<>(KnownMethod.class);
    private long allNanos;
    private long result = 1;

    KnownWork(Profiler profiler) {
        this.profiler = profiler;
    }

    /** Works as one request for so many rounds. */
    @SuppressWarnings("try")
    void request(TraceContext context, int rounds) {
        try (ProfiledScope scope = profiler.open(context)) {
            Span span = profiler.start("wsgi");
            long began = System.nanoTime();
            for (int round = 0; round < rounds; round++) {
                profiler.trace("controller", this::control);
            }
            allNanos += System.nanoTime() - began;
            span.stop();
        }
    }

    private void control() {
        spend(KnownMethod.WORDS, words);
        profiler.trace("service", this::serve);
    }

    private void serve() {
        spend(KnownMethod.SORT, sort);
        profiler.trace("message_store", () -> spend(KnownMethod.WALK, walk));
        spend(KnownMethod.DIGEST, KnownMethod.MIX, digest);
        profiler.trace("management_store", () -> spend(KnownMethod.LOOP, loop));
    }

    private void spend(KnownMethod method, KnownPart part) {
        nanos.merge(method, spend(method.nanosOfRound(), part), Long::sum);
    }

    /** The second does the larger part of the first one's work, which no clock could tell. */
    private void spend(KnownMethod method, KnownMethod inside, KnownPart part) {
        long both = spend(method.nanosOfRound() + inside.nanosOfRound(), part);
        long own = both / KnownPart.Digest.MIXED_AND_OWN;
        nanos.merge(method, own, Long::sum);
        nanos.merge(inside, both - own, Long::sum);
    }

    private long spend(long atLeastNanos, KnownPart part) {
        long began = System.nanoTime();
        long took = 0;
        while (took < atLeastNanos) {
            result = part.work(result);
            took = System.nanoTime() - began;
        }
        return took;
    }

    /** Forgets how long it took so far. */
    void forget() {
        nanos.clear();
        allNanos = 0;
    }

    /** How much of the time of all requests was a method's, in per cent. */
    double percent(KnownMethod method) {
        return 100.0 * nanos.getOrDefault(method, 0L) / allNanos;
    }

    /** So that nothing of it is left out. */
    long result() {
        return result;
    }
}
