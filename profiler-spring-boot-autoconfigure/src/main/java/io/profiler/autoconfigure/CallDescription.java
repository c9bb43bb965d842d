// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.ArgumentCapture;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the span around a request to another service says, in the shape of OSprofiler's adapter of the library 'requests'.
 *
 * @since 0.1
 */
public final class CallDescription {

    /** What it is said below. */
    public static final String MEMBER = "requests";

    private final ArgumentCapture capture;

    /**
     * Describes calls of any client.
     *
     * @param capture what of a path and a query is shown
     */
    public CallDescription(ArgumentCapture capture) {
        this.capture = capture;
    }

    /**
     * {@return what is known when the request is sent: method, scheme, hostname, path, query, and a port that the URI names}
     *
     * @param method as it is sent, in capitals
     * @param uri as it is sent; parts that it does not have are empty texts. What is secret in path and query is masked here
     */
    public Map<String, Object> of(String method, URI uri) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("method", method);
        description.put("scheme", Objects.toString(uri.getScheme(), ""));
        description.put("hostname", Objects.toString(uri.getHost(), ""));
        if (uri.getPort() >= 0) {
            description.put("port", uri.getPort());
        }
        description.put("path", capture.path(Objects.toString(uri.getRawPath(), "")));
        String query = uri.getRawQuery();
        description.put("query", query == null ? "" : capture.query(query));
        return description;
    }

    /**
     * {@return the info of the stop of a request that was answered}
     *
     * @param status of the response, 100 to 599
     */
    public static Map<String, Object> answer(int status) {
        return Map.of(MEMBER, Map.of("status_code", status));
    }
}
