// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestDescription;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.TracedMethod;
import io.profiler.trace.flight.Flight;
import io.profiler.trace.flight.FlightRecorder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records requests, to keep few of them. */
final class RecordedRequests implements UnaskedRequests {

    private final FlightRecorder recorder;
    private final RequestKeeping keeping;
    private final ExpectedToLast excluded;
    private final RequestEnds ends;
    private final UnaskedRequests others;

    /**
     * @param others serves those that are not recorded
     */
    RecordedRequests(
            FlightRecorder recorder,
            RequestKeeping keeping,
            ExpectedToLast excluded,
            RequestEnds ends,
            UnaskedRequests others) {
        this.recorder = recorder;
        this.keeping = keeping;
        this.excluded = excluded;
        this.ends = ends;
        this.others = others;
    }

    @Override
    public void serve(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Dispatch dispatch = dispatch(request, response);
        if (dispatch == null) {
            others.serve(request, response, chain);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (Throwable error) {
            dispatch.recorded().fail(error);
            throw error;
        } finally {
            dispatch.recorded().leave(request, dispatch.scope());
        }
    }

    /** One way of a recorded request through the filter. */
    private record Dispatch(RecordedRequest recorded, ProfiledScope scope) {}

    /** Null if this is none of a request that is recorded, or one inside another. */
    private @Nullable Dispatch dispatch(ServletRequest request, ServletResponse response) {
        try {
            if (EndingRequest.of(request) instanceof RecordedRequest known) {
                return known.isHeld() && !TracedMethod.isThreadProfiled()
                        ? new Dispatch(known, known.scope().resume())
                        : null;
            }
            return request.getDispatcherType() == DispatcherType.REQUEST
                            && request instanceof HttpServletRequest httpRequest
                            && response instanceof HttpServletResponse httpResponse
                            && !excluded.isExcluded(httpRequest)
                    ? begin(httpRequest, httpResponse)
                    : null;
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private @Nullable Dispatch begin(HttpServletRequest request, HttpServletResponse response) {
        long nanoTime = System.nanoTime();
        Flight flight = recorder.begin(RequestDescription.SPAN_NAME, nanoTime);
        if (flight == null) {
            return null;
        }
        ProfiledScope scope = ProfiledScope.NOOP;
        try {
            RequestOutcome outcome = new RequestOutcome(response, ends.willTell(request));
            scope = flight.open();
            return new Dispatch(new RecordedRequest(flight, scope, request, outcome, nanoTime, keeping), scope);
        } catch (Throwable fault) {
            scope.close();
            flight.forget();
            throw fault;
        }
    }
}
