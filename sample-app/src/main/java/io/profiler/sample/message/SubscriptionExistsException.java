// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

/** A queue has another subscription of the same subscriber. */
public final class SubscriptionExistsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SubscriptionExistsException() {
        super("Such subscription already exists. Subscriptions are unique by project + queue + subscriber URI.");
    }
}
