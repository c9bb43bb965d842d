// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.RequestDescription;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What became of the bodies of one request, as the end of its root says it: {@code {"read": {"converter": …, "micros": …},
 * "write": {…}}}.
 */
final class Bodies {

    static final String ATTRIBUTE = "io.profiler.bodies";

    private final Map<String, Object> told = new LinkedHashMap<>();
    private String converter = "";
    private long sinceNanos;
    private boolean writing;

    private Bodies() {}

    static Bodies of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Bodies known) {
            return known;
        }
        Bodies bodies = new Bodies();
        request.setAttribute(ATTRIBUTE, bodies);
        request.setAttribute(RequestDescription.MORE, Map.of("bodies", bodies.told));
        return bodies;
    }

    void beginRead(Class<?> by) {
        begin(by);
    }

    void endRead() {
        end("read");
    }

    void beginWrite(Class<?> by) {
        begin(by);
        writing = true;
    }

    void endWrite() {
        if (writing) {
            writing = false;
            end("write");
        }
    }

    private void begin(Class<?> by) {
        converter = by.getSimpleName();
        sinceNanos = System.nanoTime();
    }

    private void end(String what) {
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sinceNanos);
        told.put(what, Map.of("converter", converter, "micros", micros));
    }
}
