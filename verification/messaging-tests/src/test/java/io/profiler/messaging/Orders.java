// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import io.profiler.trace.TracePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the listeners of both applications do. */
class Orders {

    private final Heard heard;
    private final Pricing pricing;

    Orders(Heard heard, Pricing pricing) {
        this.heard = heard;
        this.pricing = pricing;
    }

    /** Fails the first time for orders that say so. */
    void take(String order, Map<String, ?> headers) {
        heard.calls().add(new Heard.Call(order, texts(headers), TracePosition.current() != null));
        pricing.price(order);
        if (order.startsWith("sold out") && heard.of(order).size() == 1) {
            throw new IllegalStateException("out of stock");
        }
    }

    void takeAll(List<String> orders) {
        orders.forEach(order -> take(order, Map.of()));
    }

    private static Map<String, String> texts(Map<String, ?> headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach((name, value) ->
                texts.put(name, value instanceof byte[] bytes ? new String(bytes) : String.valueOf(value)));
        return texts;
    }
}
