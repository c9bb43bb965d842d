// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** What a request ends with: the status that its client got, and the error that the application threw. */
final class RequestOutcome {

    private final HttpServletResponse response;
    private final boolean toldLater;
    private volatile @Nullable Throwable error;

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

    /** The status; null where nobody has made one of the error yet. */
    @Nullable
    Integer status() {
        return error == null || toldLater ? (Integer) response.getStatus() : null;
    }
}
