// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends an asynchronous request when the container is done with it. */
final class SpanAsyncListener implements AsyncListener {

    private final EndingRequest request;

    SpanAsyncListener(EndingRequest request) {
        this.request = request;
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
