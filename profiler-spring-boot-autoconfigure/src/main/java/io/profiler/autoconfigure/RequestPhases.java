// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a profiled request goes through where no span is, one thing after the other. The end of its root tells: {@code [{"name":
 * "filters", "from": 0, "micros": 812}, …]}, in microseconds since its start. Thread-safe, because a request may go from thread
 * to thread.
 *
 * @since 0.1
 */
public final class RequestPhases {

    /** By which a request knows its own. */
    public static final String ATTRIBUTE = RequestPhases.class.getName();

    /** Of a request that is forwarded without end, the first ones. */
    private static final int MOST = 64;

    private final List<Map<String, Object>> past = new ArrayList<>();
    private long startNanos;
    private long sinceNanos;
    private @Nullable RequestPhase present;
    private int calls;

    /** Of a request that has not begun. */
    public RequestPhases() {}

    /**
     * What the attribute of a request holds.
     *
     * @param attribute may be anything
     * @return null if the request is not profiled
     */
    public static @Nullable RequestPhases in(@Nullable Object attribute) {
        return attribute instanceof RequestPhases phases ? phases : null;
    }

    /**
     * The root begins, in the first phase; times of phases count from then on.
     *
     * @param phase the first one
     * @param nanoTime {@link System#nanoTime()} when the root's span does
     */
    public synchronized void begin(RequestPhase phase, long nanoTime) {
        startNanos = nanoTime;
        sinceNanos = nanoTime;
        present = phase;
    }

    /**
     * Begins a phase, if that is another one, and ends the one before. While a handler is at work, its span tells, and this
     * does nothing.
     *
     * @param phase what the request goes through from now on
     */
    public synchronized void enter(RequestPhase phase) {
        if (calls == 0 && present != phase) {
            end(System.nanoTime());
            present = phase;
        }
    }

    /** Begins what a span tells about. */
    public synchronized void leave() {
        leave(System.nanoTime());
    }

    private void leave(long nanoTime) {
        end(nanoTime);
        present = null;
    }

    /**
     * What the present phase was is known now, if nothing else was known of it.
     *
     * @param phase takes the place of {@link RequestPhase#SERVLET}, from its beginning on
     */
    public synchronized void was(RequestPhase phase) {
        if (present == RequestPhase.SERVLET) {
            present = phase;
        }
    }

    /**
     * Nothing is known of the present phase, if it is this one after all: then it is not told.
     *
     * @param phase what turned out to be wrong
     */
    public synchronized void wasNot(RequestPhase phase) {
        if (present == phase) {
            present = RequestPhase.SERVLET;
        }
    }

    /**
     * The handler is called, and a span tells about it; so it does of the handlers that this one calls. Where a library maps
     * requests in its own way, nobody has told that it was found.
     */
    public synchronized void called() {
        if (present == RequestPhase.ARGUMENTS || present == RequestPhase.MAPPING) {
            leave();
            calls = 1;
        } else if (calls > 0) {
            calls++;
        }
    }

    /** A servlet is called, and a span tells about it, also of the handlers that it calls. */
    public synchronized void servletCalled() {
        leave();
        calls++;
    }

    /** Such a servlet has returned, or thrown: what comes next is no part of what it did. */
    public synchronized void servletReturned() {
        if (calls > 0) {
            calls--;
        }
    }

    /** The handler has returned, or thrown. */
    public synchronized void returned() {
        if (calls > 0 && --calls == 0) {
            enter(RequestPhase.RESULT);
        }
    }

    /**
     * {@return the phases so far, the first 64 of those that took a microsecond or more} To be asked once, when the request
     * has ended: it ends the present phase.
     *
     * @param nanoTime {@link System#nanoTime()} when the root's span does
     */
    public synchronized List<Map<String, Object>> told(long nanoTime) {
        leave(nanoTime);
        return List.copyOf(past);
    }

    private void end(long now) {
        long micros = TimeUnit.NANOSECONDS.toMicros(now - sinceNanos);
        if (present != null && present.isTold() && micros > 0 && past.size() < MOST) {
            long from = TimeUnit.NANOSECONDS.toMicros(sinceNanos - startNanos);
            past.add(Map.of("name", present.text(), "from", from, "micros", micros));
        }
        sinceNanos = now;
    }
}
