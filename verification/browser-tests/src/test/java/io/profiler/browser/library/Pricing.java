// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser.library;

import java.util.List;
import org.bson.Document;

/** Arithmetic that takes long enough to be seen inside a span. */
final class Pricing {

    private static final int STEPS = 1_500;

    double of(List<Document> books) {
        return books.stream().mapToDouble(this::of).sum();
    }

    private double of(Document book) {
        double price = book.getString("title").length();
        for (int step = 1; step < STEPS; step++) {
            price += Math.sin(price) / step;
        }
        return price;
    }
}
