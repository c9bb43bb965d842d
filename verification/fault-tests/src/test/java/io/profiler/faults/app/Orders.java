// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults.app;

import io.profiler.trace.MessageStore;
import org.springframework.stereotype.Component;

/** What the application keeps its orders in. */
@MessageStore
@Component
public class Orders {

    public long count(int shelf) {
        return shelf;
    }
}
