// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.EndpointPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.AntPathMatcher;

/** Requests that nobody wonders at if they take long: streams of events, connections of other protocols, and our own pages. */
final class ExpectedToLast {

    private static final List<String> STREAMS = List.of(
            "text/event-stream", "multipart/x-mixed-replace", "application/x-ndjson", "application/stream+json");

    private final AntPathMatcher matcher = new AntPathMatcher();
    private final List<String> paths;
    private final EndpointPath endpoint;

    /**
     * @param paths patterns of what the application says so of
     */
    ExpectedToLast(List<String> paths, EndpointPath endpoint) {
        this.paths = paths;
        this.endpoint = endpoint;
    }

    boolean is(HttpServletRequest request, HttpServletResponse response) {
        return isLasting(response) || isExcluded(request);
    }

    /** Whether what is answered says so. */
    static boolean isLasting(HttpServletResponse response) {
        return isStream(response.getContentType())
                || response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS;
    }

    /** Whether it is for a page of ours, or for one of which the application says so. */
    boolean isExcluded(HttpServletRequest request) {
        String path = PathBelowContext.of(request);
        return endpoint.contains(path)
                || !paths.isEmpty() && paths.stream().anyMatch(pattern -> matcher.match(pattern, path));
    }

    private static boolean isStream(@Nullable String contentType) {
        if (contentType != null) {
            for (String stream : STREAMS) {
                if (contentType.regionMatches(true, 0, stream, 0, stream.length())) {
                    return true;
                }
            }
        }
        return false;
    }
}
