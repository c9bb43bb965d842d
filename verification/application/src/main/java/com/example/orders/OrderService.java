// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import com.example.orders.OrderView.ItemView;
import io.micrometer.observation.annotation.Observed;
import org.springframework.stereotype.Service;

/** Puts an order together from what the stores have: nine calls. */
@Service
@Observed
class OrderService {

    private final OrderStore orders;
    private final CustomerStore customers;
    private final ProductStore products;

    OrderService(OrderStore orders, CustomerStore customers, ProductStore products) {
        this.orders = orders;
        this.customers = customers;
        this.products = products;
    }

    public OrderView view(int id) {
        Order order = orders.find(id);
        return OrderView.of(
                order,
                customers.name(order.customer()),
                customers.address(order.customer()),
                order.items().stream().map(this::itemView).toList());
    }

    private ItemView itemView(Order.Item item) {
        Product product = products.find(item.product());
        boolean inStock = products.inStock(item.product()) >= item.count();
        return new ItemView(product.name(), item.count(), product.cents() * item.count(), inStock);
    }
}
