// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Called for each request that goes out: for every one of a chain of redirects anew. */
final class ApacheSigning implements HttpRequestInterceptor {

    private final Signature signature;

    ApacheSigning(Signature signature) {
        this.signature = signature;
    }

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        Guard.run(() -> signature.of(uri(request)).forEach(request::setHeader));
    }

    private static URI uri(HttpRequest request) {
        try {
            return request.getUri();
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
