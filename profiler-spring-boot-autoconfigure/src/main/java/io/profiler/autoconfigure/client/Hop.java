// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage.Body;
import org.springframework.http.client.ClientHttpResponse;

/** One of the requests that a chain of redirects is made of. */
record Hop(
        URI uri,
        HttpMethod method,
        HttpHeaders headers,
        @Nullable Body body) {

    /**
     * The next request; null if the response is no redirect, or one that is not followed.
     *
     * @param followed which redirects are
     */
    @Nullable
    Hop after(ClientHttpResponse response, HttpClient.Redirect followed) throws IOException {
        String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        Redirection next =
                Redirection.of(uri, method.name(), response.getStatusCode().value(), location, followed);
        return next == null ? null : to(next);
    }

    /** The same request, with no other headers of a trace than some. */
    Hop with(Map<String, String> signature) {
        if (signature.isEmpty() && !isSigned()) {
            return this;
        }
        HttpHeaders signed = new HttpHeaders();
        signed.addAll(headers);
        Signature.NAMES.forEach(signed::remove);
        signature.forEach(signed::set);
        return new Hop(uri, method, signed, body);
    }

    /** As one is that the application passes on with what it came with. */
    boolean isSigned() {
        return Signature.isIn(headers::containsHeader);
    }

    private Hop to(Redirection next) {
        HttpHeaders kept = new HttpHeaders();
        headers.forEach((name, values) -> {
            if (next.takes(name)) {
                kept.addAll(name, values);
            }
        });
        if (!next.keepsBody()) {
            kept.remove(HttpHeaders.CONTENT_LENGTH);
        }
        return new Hop(next.uri(), HttpMethod.valueOf(next.method()), kept, next.keepsBody() ? body : null);
    }
}
