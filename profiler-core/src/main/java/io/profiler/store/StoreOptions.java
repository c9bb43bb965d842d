// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a store needs to know besides where it is.
 *
 * @param filterErrorTrace whether failed traces are also indexed apart
 * @param retention how long trace points are kept; null forever
 * @param connectTimeout how long a call waits for a connection to the backend, unless the connection string says otherwise
 * @param mustExist whether a database that is not there is a fault, as for those who read; else it is made
 * @since 0.1
 */
public record StoreOptions(
        boolean filterErrorTrace, @Nullable Duration retention, Duration connectTimeout, boolean mustExist) {

    /**
     * For a store that makes what is missing: a service's, which writes.
     *
     * @param filterErrorTrace whether failed traces are also indexed apart
     * @param retention how long trace points are kept; null forever
     * @param connectTimeout how long to wait for the backend, unless the connection string says otherwise
     */
    public StoreOptions(boolean filterErrorTrace, @Nullable Duration retention, Duration connectTimeout) {
        this(filterErrorTrace, retention, connectTimeout, false);
    }

    /** {@return no index of failed traces, points kept forever, five seconds to connect, and what is missing is made} */
    public static StoreOptions defaults() {
        return new StoreOptions(false, null, Duration.ofSeconds(5));
    }
}
