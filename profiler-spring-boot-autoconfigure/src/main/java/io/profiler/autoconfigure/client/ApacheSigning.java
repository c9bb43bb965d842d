// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Signature;
import io.profiler.trace.TracePosition;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Called for each request that goes out: for every one of a chain of redirects anew. */
final class ApacheSigning implements HttpRequestInterceptor {

    private final Signature signature;

    ApacheSigning(Signature signature) {
        this.signature = signature;
    }

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        TracePosition position = TracePosition.current();
        if (position != null || Signature.isIn(request::containsHeader)) {
            signature.sign(uri(request), position, request::removeHeaders, request::setHeader);
        }
    }

    /** Null if Java cannot read it; nobody is told, as it may hold secrets. */
    private static @Nullable URI uri(HttpRequest request) {
        try {
            return request.getUri();
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }
}
