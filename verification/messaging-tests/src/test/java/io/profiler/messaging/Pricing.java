// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import io.profiler.trace.Traced;

/** What listeners call. */
@Traced("pricing")
class Pricing {

    public void price(String order) {
        if (order.isEmpty()) {
            throw new IllegalArgumentException("no order");
        }
    }
}
