// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** A request whose end somebody waits for. Where it goes on asynchronously, it hears itself of when the container is done with it. */
abstract class EndingRequest implements AsyncListener {

    /** What a request is known by. */
    static final String ATTRIBUTE = "io.profiler.request";

    private boolean awaited;

    /** Null if nobody does. */
    static @Nullable EndingRequest of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof EndingRequest ending ? ending : null;
    }

    /** The last moment to say something in the response. */
    abstract void tell();

    /** It has failed, which is not its end. */
    abstract void fail(Throwable error);

    /**
     * It has ended; does nothing the second time.
     *
     * @param nanoTime {@link System#nanoTime()} when it did
     */
    abstract void end(long nanoTime);

    /** Ends it when the container completes it, which is after it has left the filter; does nothing the second time. */
    final void endWhenComplete(ServletRequest dispatched) {
        if (!awaited) {
            awaited = true;
            try {
                dispatched.getAsyncContext().addListener(this);
            } catch (IllegalStateException completedMeanwhile) {
                end(System.nanoTime());
            }
        }
    }

    @Override
    public final void onComplete(AsyncEvent event) {
        long nanoTime = System.nanoTime();
        Guard.run(() -> end(nanoTime));
    }

    @Override
    public final void onError(AsyncEvent event) {
        Throwable error = event.getThrowable();
        if (error != null) {
            fail(error);
        }
    }

    @Override
    public final void onTimeout(AsyncEvent event) {
        // Whoever started the asynchronous request decides what a timeout means; completion follows.
    }

    /** A request that starts asynchronous processing again drops its listeners. */
    @Override
    public final void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
