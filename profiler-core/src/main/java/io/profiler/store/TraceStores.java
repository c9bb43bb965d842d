// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

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
        StoreFactories factories = StoreFactories.onClasspath();
        List<ConnectionString> list = split(connectionString);
        requireKnown(list, factories);
        factories.warnOfUnusable();
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

    private static TraceStore open(ConnectionString connectionString, StoreOptions options, StoreFactories factories) {
        TraceStoreFactory factory = factories.of(connectionString).orElseThrow();
        return Library.using(
                factory.libraries(connectionString), connectionString, () -> factory.create(connectionString, options));
    }

    /** What follows an unknown scheme in a list is not shown: it may be the end of a password with a comma. */
    private static void requireKnown(List<ConnectionString> list, StoreFactories factories) {
        for (ConnectionString each : list) {
            if (factories.of(each).isEmpty()) {
                String shown = list.size() == 1 ? each.toString() : each.scheme() + "://***";
                throw new InvalidConnectionStringException(
                        "'" + shown + "' has no scheme that is known here: " + factories.known());
            }
        }
    }
}
