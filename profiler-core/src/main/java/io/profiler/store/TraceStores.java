// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Opens the store that a connection string names, among the backends on the classpath. */
public final class TraceStores {

    private TraceStores() {}

    /**
     * Makes the store without connecting.
     *
     * @throws InvalidConnectionStringException if the scheme is unknown or the string malformed
     * @throws MissingLibraryException if the backend's library is not on the classpath
     */
    public static TraceStore open(ConnectionString connectionString, StoreOptions options) {
        List<TraceStoreFactory> factories =
                ServiceLoader.load(TraceStoreFactory.class, TraceStoreFactory.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        String scheme = connectionString.scheme();
        TraceStoreFactory factory = factories.stream()
                .filter(candidate -> candidate.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> new InvalidConnectionStringException(
                        "'" + connectionString + "' has no scheme that is known here: " + known(factories)));
        try {
            return factory.create(connectionString, options);
        } catch (LinkageError missing) {
            throw new MissingLibraryException(scheme, factory.dependency(), missing);
        }
    }

    private static String known(List<TraceStoreFactory> factories) {
        return factories.stream()
                .flatMap(factory -> factory.schemes().stream())
                .sorted()
                .map(scheme -> scheme + "://")
                .collect(Collectors.joining(", "));
    }
}
