// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the stores that a connection string names, among the backends on the classpath. */
public final class TraceStores {

    private static final Pattern COMMA =
            Pattern.compile("\\s*,\\s*(?=jdbc:|[a-z][a-z0-9+.-]*://)", Pattern.CASE_INSENSITIVE);

    private TraceStores() {}

    /**
     * Makes the store without connecting. A list, {@code mongodb://…,jdbc:…}, makes {@link SeveralTraceStores}; a comma is
     * of the list only where a scheme follows it, known or not.
     *
     * @throws InvalidConnectionStringException if a scheme is unknown or a string malformed
     * @throws MissingLibraryException if a backend's library is not on the classpath
     * @throws UnfitLibraryException if it is there in a version that does not work
     */
    public static TraceStore open(ConnectionString connectionString, StoreOptions options) {
        return open(connectionString, options, each -> Optional.empty());
    }

    /**
     * The same for a caller that has stores of its own.
     *
     * @param own is asked first, for each string of the list
     */
    public static TraceStore open(
            ConnectionString connectionString,
            StoreOptions options,
            Function<ConnectionString, Optional<TraceStore>> own) {
        List<TraceStoreFactory> factories = factories();
        List<ConnectionString> list = split(connectionString);
        requireKnown(list, factories);
        List<TraceStore> stores =
                openAll(list, each -> own.apply(each).orElseGet(() -> open(each, options, factories)));
        return stores.size() == 1 ? stores.get(0) : new SeveralTraceStores(stores);
    }

    private static List<ConnectionString> split(ConnectionString list) {
        return COMMA.splitAsStream(list.value()).map(ConnectionString::new).toList();
    }

    private static List<TraceStore> openAll(
            List<ConnectionString> list, Function<ConnectionString, TraceStore> opening) {
        List<TraceStore> opened = new ArrayList<>();
        try {
            list.forEach(each -> opened.add(opening.apply(each)));
            return opened;
        } catch (RuntimeException failed) {
            opened.forEach(TraceStore::close);
            throw failed;
        }
    }

    private static TraceStore open(
            ConnectionString connectionString, StoreOptions options, List<TraceStoreFactory> factories) {
        TraceStoreFactory factory = factory(connectionString, factories).orElseThrow();
        return Library.using(
                factory.libraries(connectionString), connectionString, () -> factory.create(connectionString, options));
    }

    /** What follows an unknown scheme in a list is not shown: it may be the end of a password with a comma. */
    private static void requireKnown(List<ConnectionString> list, List<TraceStoreFactory> factories) {
        for (ConnectionString each : list) {
            if (factory(each, factories).isEmpty()) {
                String shown = list.size() == 1 ? each.toString() : each.scheme() + "://***";
                throw new InvalidConnectionStringException(
                        "'" + shown + "' has no scheme that is known here: " + known(factories));
            }
        }
    }

    private static Optional<TraceStoreFactory> factory(
            ConnectionString connectionString, List<TraceStoreFactory> factories) {
        String scheme = connectionString.scheme();
        return factories.stream()
                .filter(candidate -> candidate.schemes().contains(scheme))
                .findFirst();
    }

    /** The application's class loader comes first, which under DevTools is not the one of this library. */
    private static List<TraceStoreFactory> factories() {
        return Stream.of(Thread.currentThread().getContextClassLoader(), TraceStores.class.getClassLoader())
                .distinct()
                .flatMap(loader -> ServiceLoader.load(TraceStoreFactory.class, loader).stream())
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Stream<String> schemes(List<TraceStoreFactory> factories) {
        return factories.stream()
                .flatMap(factory -> factory.schemes().stream())
                .distinct()
                .sorted();
    }

    private static String known(List<TraceStoreFactory> factories) {
        return schemes(factories)
                .map(scheme -> scheme + (scheme.equals("jdbc") ? ":" : "://"))
                .collect(Collectors.joining(", "));
    }
}
