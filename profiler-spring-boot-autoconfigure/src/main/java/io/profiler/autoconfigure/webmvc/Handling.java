// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.trace.Span;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** One of the times that a request is handled: a view may forward to, or include, what another controller renders. */
final class Handling {

    private static final String ATTRIBUTE = "io.profiler.handling";

    private final @Nullable Handling outer;
    private @Nullable Span view;

    private Handling(@Nullable Handling outer) {
        this.outer = outer;
    }

    /** The present one; null if there is none. */
    static @Nullable Handling of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Handling present ? present : null;
    }

    static void begin(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, new Handling(of(request)));
    }

    void end(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, outer);
    }

    void renders(Span view) {
        this.view = view;
    }

    /** The span of its view; null if none is rendered. */
    @Nullable
    Span view() {
        return view;
    }
}
