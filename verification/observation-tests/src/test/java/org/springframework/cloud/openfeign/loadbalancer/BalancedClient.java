// SPDX-License-Identifier: Apache-2.0
package org.springframework.cloud.openfeign.loadbalancer;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.URI;

/** Named and built as Spring Cloud's, which is not here: it sends by another client what it has found the host of. */
public final class BalancedClient implements Client {

    private static final String SERVICE = "http://inventory/";

    private final Client delegate;

    public BalancedClient(Client delegate) {
        this.delegate = delegate;
    }

    /** A URL that names a service in place of its host. */
    public static URI byName(URI url) {
        return URI.create(SERVICE + url);
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Request chosen = Request.create(
                request.httpMethod(),
                request.url().substring(SERVICE.length()),
                request.headers(),
                request.body(),
                request.charset(),
                request.requestTemplate());
        return delegate.execute(chosen, options);
    }
}
