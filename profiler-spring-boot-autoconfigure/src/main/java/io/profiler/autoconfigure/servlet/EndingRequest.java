// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** A request whose end somebody waits for. */
interface EndingRequest {

    /** What a request is known by. */
    String ATTRIBUTE = "io.profiler.request";

    /** Null if nobody does. */
    static @Nullable EndingRequest of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof EndingRequest ending ? ending : null;
    }

    /** The last moment to say something in the response. */
    void tell();

    /** It has failed, which is not its end. */
    void fail(Throwable error);

    /**
     * It has ended; does nothing the second time.
     *
     * @param nanoTime {@link System#nanoTime()} when it did
     */
    void end(long nanoTime);
}
