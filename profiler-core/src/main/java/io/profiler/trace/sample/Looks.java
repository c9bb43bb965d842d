// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was seen of the threads of one request. Its own threads come and go; the sampler alone looks, and somebody reads once
 * the request has ended. No thread of the request waits for the sampler.
 */
public final class Looks {

    /** Threads that are looked at in one go; the others come next, so that no request keeps others waiting for long. */
    static final int MOST_AT_ONCE = 64;

    /** As many as one request may have. */
    public static final int MOST = 20_000;

    private static final long LONGEST_NANOS = 600_000_000_000L;
    private static final long LONGEST_WITHOUT_THREAD_NANOS = 60_000_000_000L;

    private final Set<SampledThread> threads = ConcurrentHashMap.newKeySet();
    private Iterator<SampledThread> next = Collections.emptyIterator();
    private final Rounds rounds;
    private final LookLog log = new LookLog(MOST);
    private long seenNanos;
    private volatile long endedNanos;
    private volatile boolean over;

    Looks(long everyNanos, long nowNanos) {
        this.rounds = new Rounds(everyNanos, nowNanos);
        this.seenNanos = nowNanos;
    }

    /**
     * Has the present thread looked at from now on.
     *
     * @param key what each look at it is told with
     * @return to be told when it leaves
     */
    public SampledThread enter(Object key) {
        return enter(key, Thread.currentThread());
    }

    /**
     * Has a thread looked at from now on.
     *
     * @param key what each look at it is told with
     * @param thread any
     * @return to be told when it leaves
     */
    public SampledThread enter(Object key, Thread thread) {
        SampledThread entered = new SampledThread(this, key, thread);
        if (!over) {
            threads.add(entered);
        }
        return entered;
    }

    void remove(SampledThread left) {
        threads.remove(left);
    }

    /** Has nobody looked at any more. */
    public void end() {
        if (!over) {
            endedNanos = System.nanoTime();
            over = true;
        }
        threads.clear();
    }

    /** {@return whether nobody looks any more} */
    public boolean isOver() {
        return over;
    }

    Rounds rounds() {
        return rounds;
    }

    /** How many are looked at in one go. */
    int threadsAtOnce() {
        return Math.min(MOST_AT_ONCE, threads.size());
    }

    /** Looks once at each thread, or at those that come next where there are many, and says at how many. */
    int lookAtNext(StopTime stops) {
        if (!next.hasNext()) {
            next = threads.iterator();
        }
        int taken = 0;
        for (int i = 0; i < MOST_AT_ONCE && next.hasNext(); i++) {
            SampledThread sampled = next.next();
            Thread thread = sampled.thread();
            if (thread != null && !over && lookAt(sampled.key(), thread, stops)) {
                taken++;
            }
        }
        long now = System.nanoTime();
        if (!next.hasNext()) {
            rounds.made(now);
        }
        endIfForgotten(taken, now);
        return taken;
    }

    /** A request whose end nobody tells would be looked at for ever. */
    private void endIfForgotten(int taken, long now) {
        if (taken > 0) {
            seenNanos = now;
        }
        if (rounds.nanosSinceBegin(now) > LONGEST_NANOS || now - seenNanos > LONGEST_WITHOUT_THREAD_NANOS) {
            end();
        }
    }

    private boolean lookAt(Object key, Thread thread, StopTime stops) {
        long before = System.nanoTime();
        Thread.State earlier = thread.getState();
        StackTraceElement[] stack = thread.getStackTrace();
        Thread.State state = thread.getState();
        long after = System.nanoTime();
        stops.add(after - before);
        if (stack.length == 0) {
            return false;
        }
        keep(key, before, after, stack, state == earlier ? state : Thread.State.RUNNABLE);
        return true;
    }

    void keep(Object key, long before, long after, StackTraceElement[] stack, Thread.State state) {
        if (!log.add(key, before, after, stack, state)) {
            end();
        }
    }

    /** {@return how many looks found no room} */
    public int withoutRoom() {
        return log.withoutRoom();
    }

    /**
     * Tells what was seen, in the order in which it was.
     *
     * @param reader called for each look
     */
    public void read(LookReader reader) {
        log.read(reader);
    }

    /** {@link System#nanoTime()} since when there were any. */
    long begunNanos() {
        return rounds.begunNanos();
    }

    /** {@link System#nanoTime()} until when there were any, as far as that is known. */
    long endedNanos() {
        return over ? endedNanos : System.nanoTime();
    }

    /** {@return milliseconds between two looks at one thread, on the average} */
    public double everyMillis() {
        return rounds.averageMillis();
    }
}
