// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/** Ends an asynchronous request when the container is done with it. */
final class SpanAsyncListener implements AsyncListener {

    private final EndingRequest request;

    private SpanAsyncListener(EndingRequest request) {
        this.request = request;
    }

    /** Has a request ended that goes on asynchronously when it left the filter. */
    static void await(ServletRequest dispatched, EndingRequest request) {
        try {
            dispatched.getAsyncContext().addListener(new SpanAsyncListener(request));
        } catch (IllegalStateException completedMeanwhile) {
            request.end(System.nanoTime());
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        long nanoTime = System.nanoTime();
        Guard.run(() -> request.end(nanoTime));
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable error = event.getThrowable();
        if (error != null) {
            request.fail(error);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Whoever started the asynchronous request decides what a timeout means; completion follows.
    }

    /** A request that starts asynchronous processing again drops its listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
