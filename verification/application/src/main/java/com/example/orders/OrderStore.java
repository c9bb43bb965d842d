// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import io.micrometer.observation.annotation.Observed;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
@Observed
class OrderStore {

    public Order find(int id) {
        return new Order(
                id, id % 500, List.of(new Order.Item(id % 100, 1), new Order.Item(7, 2), new Order.Item(13, 3)));
    }
}
