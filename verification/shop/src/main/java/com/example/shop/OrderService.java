// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OrderService {

    private final PriceList prices;
    private final Stock stock;
    private final Orders orders;
    private final ApplicationEventPublisher events;

    OrderService(PriceList prices, Stock stock, Orders orders, ApplicationEventPublisher events) {
        this.prices = prices;
        this.stock = stock;
        this.orders = orders;
        this.events = events;
    }

    @Transactional
    public Confirmation place(String product) {
        int cents = prices.of(product);
        if (stock.pieces(product) == 0) {
            throw new IllegalStateException("There is no " + product);
        }
        PlacedOrder order = orders.save(new PlacedOrder(product, cents));
        events.publishEvent(new OrderPlaced(order.number()));
        return new Confirmation(order.number(), product, cents);
    }
}
