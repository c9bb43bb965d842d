// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the last attempt to reach a store went: told by its writer, asked by anybody. */
final class LastAttempt {

    private volatile StoreReach reach = StoreReach.UNTRIED;

    StoreReach reach() {
        return reach;
    }

    void succeeded() {
        reach = StoreReach.REACHED;
    }

    void failed(@Nullable String message) {
        reach = reach.failed(message, Instant.now());
    }
}
