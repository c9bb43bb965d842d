// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractStreamingClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A request that a profiled request sends. If its host is of the house, it goes there signed, and where that sends it on
 * to, it goes unsigned.
 */
final class SignedRequest extends AbstractStreamingClientHttpRequest {

    private final SigningRequestFactory factory;
    private final URI uri;
    private final HttpMethod method;

    SignedRequest(SigningRequestFactory factory, URI uri, HttpMethod method) {
        this.factory = factory;
        this.uri = uri;
        this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers, @Nullable Body body) throws IOException {
        Map<String, String> signature = factory.signature().of(uri);
        Hop hop = new Hop(uri, method, headers, body);
        FirstHop first = signature.isEmpty() ? null : factory.firstHop();
        return first == null ? send(factory.original(), hop, Map.of()) : send(first, hop, signature);
    }

    private ClientHttpResponse send(FirstHop first, Hop hop, Map<String, String> signature) throws IOException {
        ClientHttpResponse response = send(first.sender(), hop, signature);
        Hop next = hop.after(response, first.redirects());
        if (next == null) {
            return response;
        }
        response.close();
        return send(factory.original(), next, Map.of());
    }

    private ClientHttpResponse send(ClientHttpRequestFactory sender, Hop hop, Map<String, String> signature)
            throws IOException {
        ClientHttpRequest request = sender.createRequest(hop.uri(), hop.method());
        request.getHeaders().addAll(hop.headers());
        signature.forEach(request.getHeaders()::set);
        getAttributes().forEach(request.getAttributes()::put);
        if (hop.body() != null && request instanceof StreamingHttpOutputMessage streaming) {
            streaming.setBody(hop.body());
        } else if (hop.body() != null) {
            hop.body().writeTo(request.getBody());
        }
        return request.execute();
    }
}
