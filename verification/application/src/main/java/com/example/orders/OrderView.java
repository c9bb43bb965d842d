// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import java.util.List;

/** An order as its customer sees it. */
record OrderView(int id, String customer, String address, List<ItemView> items, long totalCents) {

    static OrderView of(Order order, String customer, String address, List<ItemView> items) {
        long total = items.stream().mapToLong(ItemView::cents).sum();
        return new OrderView(order.id(), customer, address, items, total);
    }

    /** A line of it. */
    record ItemView(String product, int count, long cents, boolean inStock) {}
}
