// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.propagation.PlainPath;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that the console has the application send to itself. Immutable. */
record RelayedRequest(String method, String path, RelayedHeaders headers, String body) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final int LONGEST_PATH = 8 * 1024;
    private static final int LONGEST_BODY = 1_000_000;

    /**
     * @throws InvalidParameterException if it is no request, or a larger one than is relayed
     */
    RelayedRequest {
        if (!METHODS.contains(method)) {
            throw new InvalidParameterException("method: none that is relayed");
        }
        if (path.length() > LONGEST_PATH) {
            throw new InvalidParameterException("path: longer than " + LONGEST_PATH + " characters");
        }
        if (body.length() > LONGEST_BODY) {
            throw new InvalidParameterException("body: longer than " + LONGEST_BODY + " characters");
        }
    }

    static RelayedRequest of(String method, String path, @Nullable String headers, @Nullable String body) {
        return new RelayedRequest(method, path, RelayedHeaders.of(headers), body == null ? "" : body);
    }

    /** The path without its query, as it is written. */
    String rawPath() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /**
     * The request to one origin, whatever the path says.
     *
     * @throws InvalidParameterException if it does not fit into an address
     */
    HttpRequest to(URI origin) {
        URI address = address(origin);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, publisher());
            headers.list().forEach(header -> request.header(header.name(), header.value()));
            return request.build();
        } catch (IllegalArgumentException refused) {
            throw new InvalidParameterException("this is no request: " + refused.getMessage());
        }
    }

    private URI address(URI origin) {
        requireAscii();
        if (PlainPath.of(rawPath()) != null && path.indexOf('#') < 0) {
            try {
                URI address = new URI(origin + path);
                if (origin.getAuthority().equals(address.getRawAuthority())) {
                    return address;
                }
            } catch (URISyntaxException malformed) {
                throw new InvalidParameterException("path: " + malformed.getReason());
            }
        }
        throw new InvalidParameterException("path: not one that begins with a slash, and that hides no other: without"
                + " empty segments, dots for segments, backslashes and encoded slashes");
    }

    /** The client would write question marks for the others, and with the first begin the query. */
    private void requireAscii() {
        if (!path.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new InvalidParameterException("path: blanks and what is not ASCII have to be written as in %C3%A9");
        }
    }

    private BodyPublisher publisher() {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }
}
