// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<TraceStoreFactory> factories = factories();
        String scheme = connectionString.scheme();
        TraceStoreFactory factory = factories.stream()
                .filter(candidate -> candidate.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> new InvalidConnectionStringException(
                        "'" + connectionString + "' has no scheme that is known here: " + known(factories)));
        try {
            return factory.create(connectionString, options);
        } catch (LinkageError missing) {
            throw new MissingLibraryException(scheme, factory.dependency(connectionString), missing);
        }
    }

    /** The application's class loader comes first, which under DevTools is not the one of this library. */
    private static List<TraceStoreFactory> factories() {
        return Stream.of(Thread.currentThread().getContextClassLoader(), TraceStores.class.getClassLoader())
                .distinct()
                .flatMap(loader -> ServiceLoader.load(TraceStoreFactory.class, loader).stream())
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static String known(List<TraceStoreFactory> factories) {
        return factories.stream()
                .flatMap(factory -> factory.schemes().stream())
                .distinct()
                .sorted()
                .map(scheme -> scheme + "://")
                .collect(Collectors.joining(", "));
    }
}
