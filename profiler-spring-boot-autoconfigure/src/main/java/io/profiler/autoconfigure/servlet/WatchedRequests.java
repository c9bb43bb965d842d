// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.watch.Sighting;
import io.profiler.trace.watch.WatchSlot;
import io.profiler.trace.watch.Watchdog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Has requests watched. One that is not slow, and is done when it leaves the filter, costs a place and a look at the clock, and
 * no memory.
 */
final class WatchedRequests implements UnaskedRequests {

    private final Watchdog watchdog;
    private final SlowRequests slow;
    private final RequestEnds ends;

    WatchedRequests(Watchdog watchdog, SlowRequests slow, RequestEnds ends) {
        this.watchdog = watchdog;
        this.slow = slow;
        this.ends = ends;
    }

    @Override
    public void serve(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        DispatcherType type = type(request);
        if (type == DispatcherType.REQUEST
                && request instanceof HttpServletRequest httpRequest
                && response instanceof HttpServletResponse httpResponse) {
            serveFirst(httpRequest, httpResponse, chain);
        } else if (type == DispatcherType.ASYNC && EndingRequest.of(request) instanceof SlowRequest known) {
            serveAgain(known, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void serveFirst(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = System.nanoTime();
        WatchSlot place = begin(began);
        Throwable thrown = null;
        try {
            chain.doFilter(request, response);
        } catch (Throwable error) {
            thrown = error;
            throw error;
        } finally {
            Sighting sighting = place == null ? null : place.end();
            if (sighting != null || goesOn(request)) {
                left(new Left(request, response, began, sighting, thrown));
            }
        }
    }

    /** What others have wrapped around a request may throw anything. */
    private static @Nullable DispatcherType type(ServletRequest request) {
        try {
            return request.getDispatcherType();
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private static boolean goesOn(ServletRequest request) {
        try {
            return request.isAsyncStarted();
        } catch (Throwable fault) {
            Guard.report(fault);
            return false;
        }
    }

    private @Nullable WatchSlot begin(long beganNanos) {
        try {
            return watchdog.begin(beganNanos);
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private static boolean enter(SlowRequest known) {
        try {
            return known.enter();
        } catch (Throwable fault) {
            Guard.report(fault);
            return false;
        }
    }

    /** A request that is slow, or goes on, and that the thread leaves. */
    private record Left(
            HttpServletRequest request,
            HttpServletResponse response,
            long beganNanos,
            @Nullable Sighting sighting,
            @Nullable Throwable thrown) {}

    private void left(Left left) {
        try {
            RequestOutcome outcome = new RequestOutcome(left.response(), ends.willTell(left.request()));
            if (left.thrown() != null) {
                outcome.fail(left.thrown());
            }
            new SlowRequest(slow, left.request(), left.beganNanos(), outcome, left.sighting()).leave(left.request());
        } catch (Throwable fault) {
            Guard.report(fault);
            if (left.sighting() != null) {
                left.sighting().end();
            }
        }
    }

    private void serveAgain(SlowRequest known, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WatchSlot place = enter(known) ? null : begin(known.beganNanos());
        try {
            chain.doFilter(request, response);
        } catch (Throwable error) {
            known.fail(error);
            throw error;
        } finally {
            Sighting sighting = place == null ? null : place.end();
            Guard.run(() -> {
                known.seen(sighting);
                known.leave(request);
            });
        }
    }
}
