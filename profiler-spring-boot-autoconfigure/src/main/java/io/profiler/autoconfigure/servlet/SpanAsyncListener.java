// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.trace.Span;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the span of an asynchronous request when the container is done with it. */
final class SpanAsyncListener implements AsyncListener {

    private final Span span;
    private final RequestSpans spans;

    SpanAsyncListener(Span span, RequestSpans spans) {
        this.span = span;
        this.spans = spans;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (event.getSuppliedResponse() instanceof HttpServletResponse response) {
            spans.stop(span, response);
        } else {
            span.stop();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable error = event.getThrowable();
        if (error != null) {
            spans.fail(span, error);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Whoever started the asynchronous request decides what a timeout means; completion follows.
    }

    /** A request that starts asynchronous processing again drops its listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
    }
}
