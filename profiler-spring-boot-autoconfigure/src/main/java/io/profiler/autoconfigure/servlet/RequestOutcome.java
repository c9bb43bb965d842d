// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.RequestDescription;
import io.profiler.autoconfigure.RequestPhases;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request ends with: its route, the status that its client got, and the error that the application threw. */
final class RequestOutcome {

    /** Name that Spring MVC gives the pattern of the path it has matched; it may not be there. */
    private static final String ROUTE = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    private final RequestPhases phases = new RequestPhases();
    private final HttpServletResponse response;
    private final boolean toldLater;
    private volatile @Nullable Throwable error;
    private volatile @Nullable String route;
    private volatile Map<?, ?> info = Map.of();

    /**
     * @param toldLater whether the container tells when it is done with the request, error page included
     */
    RequestOutcome(HttpServletResponse response, boolean toldLater) {
        this.response = Innermost.of(response);
        this.toldLater = toldLater;
    }

    HttpServletResponse response() {
        return response;
    }

    boolean isToldLater() {
        return toldLater;
    }

    /** The first error is the one that the others follow from. */
    void fail(Throwable thrown) {
        if (error == null) {
            error = thrown;
        }
    }

    @Nullable
    Throwable error() {
        return error;
    }

    /** Takes the route of a dispatch: that of the application's first one, and none that an error page has. */
    void dispatched(ServletRequest request) {
        if (route == null && request.getDispatcherType() != DispatcherType.ERROR) {
            Object pattern = request.getAttribute(ROUTE);
            route = pattern == null ? null : pattern.toString();
        }
        if (request.getAttribute(RequestDescription.MORE) instanceof Map<?, ?> told) {
            info = told;
        }
    }

    RequestPhases phases() {
        return phases;
    }

    /** What else is told of the request. */
    Map<?, ?> info() {
        return info;
    }

    /** The route, as in {@code /owners/{id}}; null if there is none. */
    @Nullable
    String route() {
        return route;
    }

    /** The status; null where nobody has made one of the error yet. */
    @Nullable
    Integer status() {
        return error == null || toldLater ? (Integer) response.getStatus() : null;
    }
}
