// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * A response to a request that was sent on.
 *
 * @param first what sent it on, before all that the response knows of itself
 */
record RedirectedResponse<T>(HttpResponse<T> response, HttpResponse<T> first) implements HttpResponse<T> {

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return response.previousResponse()
                .<HttpResponse<T>>map(previous -> new RedirectedResponse<>(previous, first))
                .or(() -> Optional.of(first));
    }

    @Override
    public int statusCode() {
        return response.statusCode();
    }

    @Override
    public HttpRequest request() {
        return response.request();
    }

    @Override
    public HttpHeaders headers() {
        return response.headers();
    }

    @Override
    public T body() {
        return response.body();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return response.sslSession();
    }

    @Override
    public URI uri() {
        return response.uri();
    }

    @Override
    public HttpClient.Version version() {
        return response.version();
    }

    @Override
    public String toString() {
        return response.toString();
    }
}
