// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import java.util.List;

/** What a customer ordered. */
record Order(int id, int customer, List<Item> items) {

    /** So many of a product. */
    record Item(int product, int count) {}
}
