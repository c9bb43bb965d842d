// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests when the container is done with them: after the error page, whose time and status are what the
 * client gets, and which comes when the filter has long returned.
 */
final class RequestEnds implements ServletRequestListener {

    private volatile @Nullable Class<?> requestType;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        Class<?> type = event.getServletRequest().getClass();
        if (type != requestType) {
            requestType = type;
        }
    }

    /** Whether the end of a request will be told; not in a test without a container, nor for what it passes off as one. */
    boolean willTell(ServletRequest request) {
        return Innermost.of(request).getClass() == requestType;
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        EndingRequest ending = ending(event.getServletRequest());
        if (ending != null) {
            long nanoTime = System.nanoTime();
            Guard.run(ending::tell);
            Guard.run(() -> ending.end(nanoTime));
        }
    }

    private static @Nullable EndingRequest ending(ServletRequest request) {
        try {
            EndingRequest ending = EndingRequest.of(request);
            return ending == null || isAsyncStarted(request) ? null : ending;
        } catch (Throwable fault) {
            Guard.report(fault);
            return null;
        }
    }

    private static boolean isAsyncStarted(ServletRequest request) {
        try {
            return request.isAsyncStarted();
        } catch (IllegalStateException endedByAnError) {
            return false;
        }
    }
}
