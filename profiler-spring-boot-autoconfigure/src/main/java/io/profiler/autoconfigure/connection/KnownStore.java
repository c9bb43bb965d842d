// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.connection;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import java.util.function.IntFunction;

/** Makes connection strings for containers. */
final class KnownStore {

    private KnownStore() {}

    /**
     * The connection string for a container.
     *
     * @param container by the port of the service in it
     */
    static String connectionString(String image, IntFunction<StoreContainer> container) {
        StoreImage known = StoreImage.of(image);
        if (known == null) {
            throw new ProfilerConfigurationException(
                    "The service connection 'profiler' is a container of the image '" + image
                            + "', and the profiler knows no store in it.",
                    "Set 'profiler.connection-string', or define a bean of the type ProfilerConnectionDetails, in its"
                            + " place.");
        }
        return known.connectionString(container.apply(known.port()));
    }
}
