// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

@Entity
class PlacedOrder {

    @Id
    @GeneratedValue
    private @Nullable Long number;

    private String product = "";
    private int cents;

    protected PlacedOrder() {}

    PlacedOrder(String product, int cents) {
        this.product = product;
        this.cents = cents;
    }

    long number() {
        return number == null ? 0 : number;
    }

    String line() {
        return product + " " + cents;
    }
}
