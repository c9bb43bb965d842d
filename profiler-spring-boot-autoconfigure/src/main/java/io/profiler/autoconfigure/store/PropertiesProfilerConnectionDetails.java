// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.autoconfigure.ProfilerConnectionDetails;
import io.profiler.autoconfigure.ProfilerProperties;
import org.jspecify.annotations.Nullable;

/** What the properties say. */
final class PropertiesProfilerConnectionDetails implements ProfilerConnectionDetails {

    private final ProfilerProperties properties;

    PropertiesProfilerConnectionDetails(ProfilerProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable String getConnectionString() {
        return properties.connectionString();
    }
}
