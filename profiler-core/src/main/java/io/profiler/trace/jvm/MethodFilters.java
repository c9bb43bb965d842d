// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which methods the JVM has to tell: those that it always has to, and for a while those that requests asked for. There is one
 * flight recorder, so that all requests share them. Thread-safe.
 */
final class MethodFilters {

    /** Whoever asks for others all the time has code changed all the time. */
    static final int MOST_ASKED = 16;

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final List<MethodPattern> always;
    private final long keptNanos;
    private final Map<MethodPattern, Asked> asked = new HashMap<>();
    private @Nullable Long pausedAtNanos;

    /** What requests asked for. */
    private static final class Asked {

        long askedAtNanos;

        @Nullable
        Long toldSinceNanos;
    }

    /**
     * @param keptNanos how long what nobody asks for any more is kept
     */
    MethodFilters(List<MethodPattern> always, long keptNanos) {
        this.always = List.copyOf(always);
        this.keptNanos = keptNanos;
    }

    /** A request asks for some. Null if it gets them, though perhaps not yet. */
    synchronized @Nullable Refusal ask(MethodPattern pattern, long nowNanos) {
        if (always.contains(pattern)) {
            return null;
        }
        forgetIdle(nowNanos);
        if (isPaused(nowNanos)) {
            return Refusal.TOO_OFTEN;
        }
        if (asked.size() >= MOST_ASKED && !asked.containsKey(pattern)) {
            return Refusal.TOO_MANY;
        }
        asked.computeIfAbsent(pattern, missing -> new Asked()).askedAtNanos = nowNanos;
        return null;
    }

    private boolean isPaused(long nowNanos) {
        return pausedAtNanos != null && nowNanos - pausedAtNanos < PAUSE_NANOS;
    }

    /** Gives up what requests asked for, and lets them ask for nothing for a while. */
    synchronized boolean pause(long nowNanos) {
        if (asked.isEmpty()) {
            return false;
        }
        asked.clear();
        pausedAtNanos = nowNanos;
        return true;
    }

    /** Gives up what nobody has asked for lately; whether there was any. */
    synchronized boolean forgetIdle(long nowNanos) {
        return asked.values().removeIf(each -> nowNanos - each.askedAtNanos > keptNanos);
    }

    /** Whether some that were asked for are not told yet. */
    synchronized boolean isBehind() {
        return asked.values().stream().anyMatch(each -> each.toldSinceNanos == null);
    }

    /** Whether some of these are told only because requests asked for them. */
    boolean areAnyAsked(Set<MethodPattern> told) {
        return !always.containsAll(told);
    }

    /** Whether a method is told only because requests asked for it, by what is told now. */
    boolean isOnlyAsked(String function, Set<MethodPattern> told) {
        boolean isAsked = false;
        for (MethodPattern pattern : told) {
            if (pattern.mayMatch(function)) {
                if (always.contains(pattern)) {
                    return false;
                }
                isAsked = true;
            }
        }
        return isAsked;
    }

    synchronized Set<MethodPattern> all() {
        Set<MethodPattern> all = new LinkedHashSet<>(always);
        all.addAll(asked.keySet());
        return all;
    }

    /** From now on these are told. */
    synchronized void told(Collection<MethodPattern> patterns, long nowNanos) {
        asked.forEach((pattern, each) -> {
            if (each.toldSinceNanos == null && patterns.contains(pattern)) {
                each.toldSinceNanos = nowNanos;
            }
        });
    }

    /** Nothing is told any more. */
    synchronized void untold(long nowNanos) {
        forgetIdle(nowNanos);
        asked.values().forEach(each -> each.toldSinceNanos = null);
    }

    /** Whether all of these have been told all the time since then, if anything was. */
    synchronized boolean areToldSince(long nanos, Collection<MethodPattern> patterns) {
        return patterns.stream()
                .allMatch(pattern -> always.contains(pattern) || isToldSince(nanos, asked.get(pattern)));
    }

    private static boolean isToldSince(long nanos, @Nullable Asked asked) {
        return asked != null && asked.toldSinceNanos != null && asked.toldSinceNanos - nanos < 0;
    }
}
