// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import org.jspecify.annotations.Nullable;

/**
 * How an exchange ended.
 *
 * @param error what it failed with, null if it did not
 * @param isAnswered whether the client waited for the end
 */
record ExchangeOutcome(@Nullable Throwable error, boolean isAnswered) {

    static final ExchangeOutcome COMPLETED = new ExchangeOutcome(null, true);
    static final ExchangeOutcome CANCELLED = new ExchangeOutcome(null, false);

    static ExchangeOutcome failed(Throwable error) {
        return new ExchangeOutcome(error, true);
    }
}
