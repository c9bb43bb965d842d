// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.MissingLibraryException;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceWriter;
import io.profiler.store.UnfitLibraryException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens stores, and says which property to change where that fails. */
final class ConfiguredStores {

    private static final String EXAMPLE = "for example mongodb://localhost:27017";

    private ConfiguredStores() {}

    /**
     * Makes the store, or the stores, that a property names, without connecting.
     *
     * @param property the property, for messages
     * @param connectionString its value; null or empty means a store that the application has
     * @param applicationStores stores that the application has, the first choice first
     */
    static OpenedStores of(
            String property,
            @Nullable String connectionString,
            Stream<ApplicationStore> applicationStores,
            StoreOptions options) {
        ConnectionString where = new ConnectionString(connectionString == null ? "" : connectionString.strip());
        List<ApplicationStore> candidates = applicationStores.toList();
        Function<ConnectionString, Optional<TraceWriter>> own = each -> candidates.stream()
                .filter(store -> store.isMeantBy(each.value()))
                .findFirst()
                .map(store -> store.create(each, options));
        return where.value().isEmpty()
                ? new OpenedStores(List.of(own.apply(where).orElseThrow(() -> none(property))))
                : opened(
                        property,
                        "where traces are to be stored, " + EXAMPLE,
                        "set '" + property + "' to another store",
                        () -> TraceStores.openAll(where, options, own));
    }

    /**
     * Opens something by a connection string, and names the property where that fails.
     *
     * @param value what the property is to be set to, with an example
     * @param alternative what to do rather than to add a library
     */
    static <T> T opened(String property, String value, String alternative, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (InvalidConnectionStringException invalid) {
            throw new ProfilerConfigurationException(
                    "'" + property + "': " + sentence(invalid.getMessage()),
                    "Set '" + property + "' to " + value + ".");
        } catch (MissingLibraryException missing) {
            throw new ProfilerConfigurationException(
                    "'" + property + "': " + sentence(missing.getMessage()),
                    "Add the dependency " + missing.dependency() + ", or " + alternative + ".");
        } catch (UnfitLibraryException unfit) {
            throw new ProfilerConfigurationException(
                    "'" + property + "': " + sentence(unfit.getMessage()),
                    "Leave the versions of these libraries to Spring Boot's dependency management, or " + alternative
                            + ".");
        }
    }

    private static ProfilerConfigurationException none(String property) {
        return new ProfilerConfigurationException(
                "'" + property
                        + "' is empty, and there is no single MongoDB client or RabbitMQ connection factory of the"
                        + " application's own that a store on the classpath could use.",
                "Set '" + property + "', " + EXAMPLE
                        + ", or add the dependency org.springframework.boot:spring-boot-starter-data-mongodb beside"
                        + " io.profiler:profiler-spring-boot-starter and set 'spring.mongodb.uri', or"
                        + " org.springframework.boot:spring-boot-starter-amqp beside"
                        + " io.profiler:profiler-spring-boot-starter-rabbitmq and set 'spring.rabbitmq.*'.");
    }

    /** Some libraries' messages end in a full stop. */
    private static String sentence(@Nullable String message) {
        String text = String.valueOf(message);
        return text.endsWith(".") ? text : text + ".";
    }
}
