// SPDX-License-Identifier: Apache-2.0
package org.springframework.cloud.gateway.handler;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Named as what Spring Cloud Gateway handles requests by, which is not here: sends them on with the headers that they have. */
public final class SentOn implements WebHandler {

    private static final List<String> SIGNATURE = List.of("X-Trace-Info", "X-Trace-HMAC");

    private final HttpClient client;

    public SentOn(HttpClient client) {
        this.client = client;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return client.headers(sent -> SIGNATURE.forEach(
                        name -> sent.set(name, request.getHeaders().getFirst(name))))
                .get()
                .uri(request.getQueryParams().getFirst("to"))
                .responseSingle((response, body) -> exchange.getResponse().setComplete());
    }
}
