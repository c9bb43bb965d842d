// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Written after the answer. */
@Component
class Invoices {

    private static final Logger log = LoggerFactory.getLogger(Invoices.class);

    private final Orders orders;

    Invoices(Orders orders) {
        this.orders = orders;
    }

    @Async
    @TransactionalEventListener
    public void write(OrderPlaced event) {
        Optional<PlacedOrder> order = orders.findById(event.number());
        log.info("Invoice: {}", order.map(PlacedOrder::line).orElseThrow());
    }
}
