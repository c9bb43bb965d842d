// SPDX-License-Identifier: Apache-2.0
package com.example.edge;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@RestController
class CheckoutController {

    private final WebClient shop;

    CheckoutController(WebClient.Builder builder, @Value("${shop.url}") String url) {
        this.shop = builder.baseUrl(url)
                .defaultHeaders(headers -> headers.setBasicAuth("edge", "edge"))
                .build();
    }

    @PostMapping("/checkout/{product}")
    Mono<String> checkOut(@PathVariable String product) {
        return shop.post().uri("/orders/{product}", product).retrieve().bodyToMono(String.class);
    }
}
