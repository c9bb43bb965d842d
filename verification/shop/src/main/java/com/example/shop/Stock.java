// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The next service. */
@Component
class Stock {

    private final RestClient client;

    Stock(RestClient.Builder builder, @Value("${stock.url}") String url) {
        this.client = builder.baseUrl(url).build();
    }

    int pieces(String product) {
        Level level = client.get().uri("/stock/{product}", product).retrieve().body(Level.class);
        return level == null ? 0 : level.pieces();
    }

    record Level(@Nullable String product, int pieces) {}
}
