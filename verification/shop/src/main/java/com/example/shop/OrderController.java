// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @PostMapping("/orders/{product}")
    Confirmation order(@PathVariable String product) {
        return orders.place(product);
    }
}
