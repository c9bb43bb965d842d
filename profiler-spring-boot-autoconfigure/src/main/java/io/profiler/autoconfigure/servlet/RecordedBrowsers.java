// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.EndpointPath;
import io.profiler.autoconfigure.RecordingCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Finds the requests of browsers that are recorded; those by which traces are looked at are not. */
final class RecordedBrowsers {

    private final boolean recorded;
    private final EndpointPath endpoint;

    /**
     * @param recorded whether browsers are recorded at all
     */
    RecordedBrowsers(boolean recorded, EndpointPath endpoint) {
        this.recorded = recorded;
        this.endpoint = endpoint;
    }

    /** The token of the browser that a request comes from; null if it is not recorded. */
    @Nullable
    String token(HttpServletRequest request) {
        String token = recorded ? RecordingCookie.token(cookies(request), request.isSecure()) : null;
        return token == null || endpoint.contains(PathBelowContext.of(request)) ? null : token;
    }

    /** From HTTP/2 on there may be a header for each, which not every server puts together. */
    private static @Nullable String cookies(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1")
                ? request.getHeader("Cookie")
                : String.join("; ", Collections.list(request.getHeaders("Cookie")));
    }
}
