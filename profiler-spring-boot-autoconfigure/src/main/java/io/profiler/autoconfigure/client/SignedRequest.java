// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.Assert;

/**
 * Goes signed as long as the hosts that it is sent on to are of the house, if a profiled request sends it, or if the
 * application passes on what it came with.
 */
final class SignedRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {

    /** The JDK's default, after which it gives the application what it got. */
    private static final int MOST_TRIES = 5;

    private static final String ONE_WAY = "Either getBody or setBody, not both";

    private final SigningRequestFactory factory;
    private final URI uri;
    private final HttpMethod method;
    private @Nullable ByteArrayOutputStream written;
    private @Nullable Body body;

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
    public void setBody(Body body) {
        assertNotExecuted();
        Assert.state(written == null, ONE_WAY);
        this.body = body;
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        Assert.state(body == null || written != null, ONE_WAY);
        ByteArrayOutputStream present = written == null ? new ByteArrayOutputStream() : written;
        written = present;
        body = present::writeTo;
        return present;
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
        return send(new Hop(uri, method, headers, body), 1);
    }

    /**
     * @param tries how many requests there are with this one
     */
    private ClientHttpResponse send(Hop hop, int tries) throws IOException {
        Map<String, String> signature = factory.signature().of(hop.uri());
        boolean mayGoOn = hop.isSigned() && factory.signature().mayGoTo(hop.uri());
        SingleHops hops = signature.isEmpty() && !mayGoOn ? null : factory.singleHops();
        if (hops == null) {
            return send(factory.original(), hop.with(Map.of()));
        }
        ClientHttpResponse response = send(hops.sender(), signature.isEmpty() ? hop : hop.with(signature));
        Hop next = tries < MOST_TRIES ? hop.after(response, hops.redirects()) : null;
        if (next == null) {
            return response;
        }
        response.close();
        return send(next, tries + 1);
    }

    private ClientHttpResponse send(ClientHttpRequestFactory sender, Hop hop) throws IOException {
        ClientHttpRequest request = sender.createRequest(hop.uri(), hop.method());
        request.getHeaders().addAll(hop.headers());
        getAttributes().forEach(request.getAttributes()::put);
        if (hop.body() != null && request instanceof StreamingHttpOutputMessage streaming) {
            streaming.setBody(hop.body());
        } else if (hop.body() != null) {
            hop.body().writeTo(request.getBody());
        }
        return request.execute();
    }
}
