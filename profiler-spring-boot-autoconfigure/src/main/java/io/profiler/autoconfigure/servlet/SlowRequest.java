// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.trace.sample.Looks;
import io.profiler.trace.watch.Sighting;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A request that nobody asked to profile, and that is slow, or may become so while no thread works for it. */
final class SlowRequest extends EndingRequest {

    private final SlowRequests slow;
    private final HttpServletRequest request;
    private final long beganNanos;
    private final RequestOutcome outcome;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Sighting sighting;

    SlowRequest(
            SlowRequests slow,
            HttpServletRequest request,
            long beganNanos,
            RequestOutcome outcome,
            @Nullable Sighting sighting) {
        this.slow = slow;
        this.request = request;
        this.beganNanos = beganNanos;
        this.outcome = outcome;
        this.sighting = sighting;
    }

    HttpServletRequest request() {
        return request;
    }

    RequestOutcome outcome() {
        return outcome;
    }

    long beganNanos() {
        return beganNanos;
    }

    /** The present thread goes on with it; false if it was not found to be slow yet. */
    boolean enter() {
        Sighting known = sighting;
        if (known != null) {
            known.enter();
        }
        return known != null;
    }

    /** It was found to be slow, unless this is null; one that has ended meanwhile is looked at no more. */
    void seen(@Nullable Sighting found) {
        if (found != null) {
            sighting = found;
            if (ended.get()) {
                found.end();
            }
        }
    }

    /** Sees to it that somebody ends the request that leaves the filter. */
    void leave(ServletRequest dispatched) {
        Sighting known = sighting;
        if (known != null) {
            known.leave();
        }
        outcome.dispatched(dispatched);
        Innermost.of(dispatched).setAttribute(ATTRIBUTE, this);
        if (dispatched.isAsyncStarted()) {
            endWhenComplete(dispatched);
        } else if (!outcome.isToldLater()) {
            end(System.nanoTime());
        }
    }

    /** Its client is told nothing. */
    @Override
    void tell() {}

    @Override
    void fail(Throwable error) {
        outcome.fail(error);
    }

    @Override
    void end(long nanoTime) {
        if (ended.compareAndSet(false, true)) {
            Sighting known = sighting;
            Looks looks = known == null ? null : known.end();
            slow.ended(this, looks, nanoTime);
        }
    }
}
