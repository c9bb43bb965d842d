// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a response sends its request on to, as the JDK's client reads it.
 *
 * @param keepsBody whether the request's body goes there, too
 * @param isOnSameHost whether it stays on the host that it was sent to
 */
record Redirection(URI uri, String method, boolean keepsBody, boolean isOnSameHost) {

    private static final int MOVED_PERMANENTLY = 301;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int TEMPORARY = 307;
    private static final int PERMANENT = 308;

    /**
     * The next request; null if the response is no redirect, or one that is not followed.
     *
     * @param location the response's header, null if it has none
     * @param followed which redirects are
     */
    static @Nullable Redirection of(
            URI uri, String method, int status, @Nullable String location, HttpClient.Redirect followed) {
        String nextMethod = method(method, status);
        URI next = location == null ? null : resolved(uri, location);
        return nextMethod == null || next == null || !isFollowed(uri, next, followed)
                ? null
                : new Redirection(next, nextMethod, nextMethod.equals(method), isSameHost(uri, next));
    }

    private static @Nullable String method(String method, int status) {
        return switch (status) {
            case MOVED_PERMANENTLY, FOUND -> method.equals("POST") ? "GET" : method;
            case SEE_OTHER -> "GET";
            case TEMPORARY, PERMANENT -> method;
            default -> null;
        };
    }

    private static @Nullable URI resolved(URI uri, String location) {
        URI next = ReadUri.of(location);
        return next == null ? null : uri.resolve(next);
    }

    private static boolean isFollowed(URI from, URI to, HttpClient.Redirect followed) {
        return switch (followed) {
            case ALWAYS -> true;
            case NEVER -> false;
            case NORMAL -> "https".equalsIgnoreCase(to.getScheme()) || isSameScheme(from, to);
        };
    }

    private static boolean isSameScheme(URI from, URI to) {
        return from.getScheme().equalsIgnoreCase(to.getScheme());
    }

    private static boolean isSameHost(URI from, URI to) {
        return isSameScheme(from, to) && Objects.equals(from.getRawAuthority(), to.getRawAuthority());
    }

    /** Whether a header of the request goes there: neither what has signed it, nor what is meant for another host alone. */
    boolean takes(String header) {
        return !Signature.has(header)
                && (isOnSameHost
                        || Stream.of("Authorization", "Cookie", "Host", "Origin", "Referer")
                                .noneMatch(header::equalsIgnoreCase));
    }
}
