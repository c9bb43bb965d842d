// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens stores, and says which property to change where that fails. */
final class ConfiguredStores {

    private static final String EXAMPLE = "for example mongodb://localhost:27017";

    private ConfiguredStores() {}

    static TraceStore at(String connectionString, StoreOptions options) {
        try {
            return TraceStores.open(new ConnectionString(connectionString.strip()), options);
        } catch (InvalidConnectionStringException invalid) {
            throw new ProfilerConfigurationException(
                    "'profiler.connection-string': " + sentence(invalid.getMessage()),
                    "Set 'profiler.connection-string' to where traces are to be stored, " + EXAMPLE + ".");
        } catch (MissingLibraryException missing) {
            throw new ProfilerConfigurationException(
                    "'profiler.connection-string': " + sentence(missing.getMessage()),
                    "Add the dependency " + missing.dependency()
                            + ", or set 'profiler.connection-string' to another store.");
        }
    }

    static TraceStore ofApplication(Stream<ApplicationStore> applicationStores, StoreOptions options) {
        return applicationStores
                .findFirst()
                .orElseThrow(() -> new ProfilerConfigurationException(
                        "'profiler.connection-string' is empty, and the application has no MongoDB client of its own, or several"
                                + " of which none is primary.",
                        "Set 'profiler.connection-string', " + EXAMPLE
                                + ", or add the dependency org.springframework.boot:spring-boot-starter-data-mongodb"
                                + " and set 'spring.mongodb.uri'."))
                .create(options);
    }

    /** Some libraries' messages end in a full stop. */
    private static String sentence(@Nullable String message) {
        String text = String.valueOf(message);
        return text.endsWith(".") ? text : text + ".";
    }
}
