// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;

/** Where a response sends its request on to, as the JDK's client reads it. */
final class Redirect {

    private static final int MOVED_PERMANENTLY = 301;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int TEMPORARY = 307;
    private static final int PERMANENT = 308;

    /** What is meant for the host alone that it was sent to. */
    private static final List<String> OF_ONE_HOST = List.of(
            HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, HttpHeaders.HOST, HttpHeaders.ORIGIN, HttpHeaders.REFERER);

    private Redirect() {}

    /**
     * The next request; null if the response is no redirect, or one that is not followed.
     *
     * @param followed which redirects are
     */
    static @Nullable Hop after(Hop hop, ClientHttpResponse response, HttpClient.Redirect followed) throws IOException {
        String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        HttpMethod method = method(hop.method(), response.getStatusCode().value());
        if (method == null || location == null) {
            return null;
        }
        URI next = resolved(hop.uri(), location);
        return next == null || !isFollowed(hop.uri(), next, followed) ? null : hop(hop, next, method);
    }

    private static @Nullable HttpMethod method(HttpMethod method, int status) {
        return switch (status) {
            case MOVED_PERMANENTLY, FOUND -> method == HttpMethod.POST ? HttpMethod.GET : method;
            case SEE_OTHER -> HttpMethod.GET;
            case TEMPORARY, PERMANENT -> method;
            default -> null;
        };
    }

    private static @Nullable URI resolved(URI uri, String location) {
        try {
            return uri.resolve(URI.create(location));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
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

    private static Hop hop(Hop hop, URI next, HttpMethod method) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(hop.headers());
        Signature.NAMES.forEach(headers::remove);
        if (!isSameScheme(hop.uri(), next) || !Objects.equals(hop.uri().getRawAuthority(), next.getRawAuthority())) {
            OF_ONE_HOST.forEach(headers::remove);
        }
        boolean keepsBody = method == hop.method();
        if (!keepsBody) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        return new Hop(next, method, headers, keepsBody ? hop.body() : null);
    }
}
