// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.Locale;

/**
 * What a request goes through where no span is.
 *
 * @since 0.1
 */
public enum RequestPhase {
    /** The profiler gets ready for the request, or tells its response of the trace. */
    PROFILER,
    /** On the way to the servlet, and back. */
    FILTERS,
    /** In a servlet that nothing else is known of; not told. */
    SERVLET,
    /** A handler for the request is looked for; with that, a servlet is made ready that nobody has used yet. */
    MAPPING,
    /** Interceptors have their say before the handler is called. */
    INTERCEPTORS,
    /** What the handler is called with is made: parameters, bodies, model attributes. */
    ARGUMENTS,
    /** A file is sent. */
    RESOURCE,
    /** The filters of Spring Cloud Gateway send the request on, and its answer back. */
    GATEWAY,
    /** What the handler has returned or thrown is described for the trace, and becomes the answer. */
    RESULT,
    /** Nobody is at work but those whom the request waits for, on other threads. */
    ASYNC,
    /** The container ends the request, or is about to show its error page. */
    CONTAINER;

    boolean isTold() {
        return this != SERVLET;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
