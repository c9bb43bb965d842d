// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The traces that have ended here, by hashes of their ids. Of those that nobody has asked about for long, half are forgotten
 * at once when there are too many: who replays a trace keeps it remembered. Thread-safe.
 */
final class EndedTraces {

    /** As many are remembered at least, and twice as many at most: in eight megabytes. */
    static final int CAPACITY = 196_608;

    private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

    private static final long MINUTE_MILLIS = 60_000;

    private static final Logger logger = LoggerFactory.getLogger(HeaderVerifier.class);

    private final long replayMillis;
    private final InstantSource clock;

    /** Nobody can choose two ids that are taken for one. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private EndTimes asked = new EndTimes();
    private EndTimes before = new EndTimes();
    private volatile long forgotten;
    private volatile long told;
    private volatile long toldAtMillis;

    /**
     * @param replayAfter how long after its first end a trace may be added to; zero for ever
     */
    EndedTraces(Duration replayAfter, InstantSource clock) {
        this.replayMillis = replayAfter.isZero() ? 0 : Math.max(1, TimeUnit.MILLISECONDS.convert(replayAfter));
        this.clock = clock;
    }

    void add(String id) {
        if (replayMillis != 0) {
            long hash = hash(id);
            synchronized (this) {
                if (firstEnd(hash) == EndTimes.NONE) {
                    remember(hash, clock.millis());
                }
            }
            tellOfForgotten();
        }
    }

    boolean isOver(String id) {
        if (replayMillis == 0) {
            return false;
        }
        long hash = hash(id);
        long firstEnd;
        synchronized (this) {
            firstEnd = firstEnd(hash);
        }
        tellOfForgotten();
        return firstEnd != EndTimes.NONE && firstEnd < clock.millis() - replayMillis;
    }

    long countForgotten() {
        return forgotten;
    }

    private long firstEnd(long hash) {
        long time = asked.get(hash);
        if (time == EndTimes.NONE) {
            time = before.get(hash);
            if (time != EndTimes.NONE) {
                remember(hash, time);
            }
        }
        return time;
    }

    private void remember(long hash, long time) {
        asked.put(hash, time);
        if (asked.size() == CAPACITY) {
            forgetThoseBefore();
        }
    }

    /** Headers of a trace that was too late already are as good as new; nobody has used them for long. */
    private void forgetThoseBefore() {
        forgotten += before.countSince(clock.millis() - replayMillis, asked);
        before = asked;
        asked = new EndTimes();
    }

    /** Outside of the lock, as a log may be slow, and once a minute. */
    private void tellOfForgotten() {
        if (told != forgotten && clock.millis() - toldAtMillis >= MINUTE_MILLIS) {
            toldAtMillis = clock.millis();
            told = forgotten;
            logger.warn("More traces end than can be remembered until 'profiler.replay-after': headers of them are good"
                    + " for longer");
        }
    }

    private long hash(String id) {
        long hash = seed;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        return hash * MULTIPLIER;
    }
}
