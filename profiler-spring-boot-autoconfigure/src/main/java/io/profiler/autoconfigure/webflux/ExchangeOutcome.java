// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import org.jspecify.annotations.Nullable;

/**
 * How an exchange ended.
 *
 * @param error what it failed with, null if it did not
 * @param isAnswered whether the client waited for the end
 * @param nanoTime {@link System#nanoTime()} when it did
 */
record ExchangeOutcome(@Nullable Throwable error, boolean isAnswered, long nanoTime) {

    static ExchangeOutcome completed() {
        return new ExchangeOutcome(null, true, System.nanoTime());
    }

    static ExchangeOutcome cancelled() {
        return new ExchangeOutcome(null, false, System.nanoTime());
    }

    static ExchangeOutcome failed(Throwable error) {
        return new ExchangeOutcome(error, true, System.nanoTime());
    }
}
