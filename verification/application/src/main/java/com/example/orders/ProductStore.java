// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import io.micrometer.observation.annotation.Observed;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

@Repository
@Observed
class ProductStore {

    private final List<Product> products = IntStream.range(0, 100)
            .mapToObj(id -> new Product("Product " + id, 100L + id))
            .toList();

    public Product find(int id) {
        return products.get(id);
    }

    public int inStock(int id) {
        return id % 10;
    }
}
