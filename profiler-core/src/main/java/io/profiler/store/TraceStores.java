// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.internal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Opens the stores that a connection string names, among the backends on the classpath.
 *
 * @since 0.1
 */
public final class TraceStores {

    private static final Pattern COMMA =
            Pattern.compile("\\s*,\\s*(?=jdbc:|[a-z][a-z0-9+.-]*://)", Pattern.CASE_INSENSITIVE);

    private TraceStores() {}

    /**
     * Opens one store without connecting.
     *
     * @param connectionString of a single store
     * @param options for it
     * @return the store, which the caller closes
     * @throws InvalidConnectionStringException if the scheme is unknown, the string malformed, or if it names several
     *     stores or one that gives nothing back
     * @throws MissingLibraryException if its module, or a library that it needs, is not on the classpath
     * @throws UnfitLibraryException if it is there in a version that does not work
     */
    public static TraceStore open(ConnectionString connectionString, StoreOptions options) {
        OpenedStores opened = openAll(connectionString, options);
        if (opened.writers().size() == 1) {
            return opened.writers().get(0).asStore().orElseThrow(() -> closed(opened, opened.onlyTakes()));
        }
        throw closed(opened, "'" + opened + "' are several stores, where one is wanted");
    }

    private static InvalidConnectionStringException closed(OpenedStores opened, String message) {
        opened.close();
        return new InvalidConnectionStringException(message);
    }

    /**
     * Opens all that a string names, {@code mongodb://…,jdbc:…}, without connecting; a comma is of the list only where a
     * scheme follows it, known or not.
     *
     * @param connectionString of one store or several
     * @param options the same for all
     * @return what takes points and, maybe, gives them back; the caller closes it. If one cannot be opened, none stays open
     * @throws InvalidConnectionStringException if a scheme is unknown or a string malformed
     * @throws MissingLibraryException if a store's module, or a library that it needs, is not on the classpath
     * @throws UnfitLibraryException if it is there in a version that does not work
     */
    public static OpenedStores openAll(ConnectionString connectionString, StoreOptions options) {
        return openAll(connectionString, options, each -> Optional.empty());
    }

    /**
     * The same for a caller that has stores of its own.
     *
     * @param connectionString of one store or several
     * @param options the same for all that are not the caller's own
     * @param own is asked first, for each string of the list; empty for a string that is opened as usual
     * @return what takes points and, maybe, gives them back; closing it closes the caller's own as well
     * @throws InvalidConnectionStringException if a scheme is unknown or a string malformed
     * @throws MissingLibraryException if a store's module, or a library that it needs, is not on the classpath
     * @throws UnfitLibraryException if it is there in a version that does not work
     */
    public static OpenedStores openAll(
            ConnectionString connectionString,
            StoreOptions options,
            Function<ConnectionString, Optional<TraceWriter>> own) {
        StoreFactories factories = StoreFactories.onClasspath();
        List<ConnectionString> list = split(connectionString);
        requireKnown(list, factories);
        factories.warnOfUnusable();
        return new OpenedStores(openEach(
                list, each -> own.apply(each).orElseGet(() -> open(each, options, factories))));
    }

    private static List<ConnectionString> split(ConnectionString list) {
        return COMMA.splitAsStream(list.value()).map(ConnectionString::new).toList();
    }

    private static List<TraceWriter> openEach(
            List<ConnectionString> list, Function<ConnectionString, TraceWriter> opening) {
        List<TraceWriter> opened = new ArrayList<>();
        try {
            list.forEach(each -> opened.add(opening.apply(each)));
            return opened;
        } catch (RuntimeException | Error failed) {
            opened.forEach(TraceWriter::close);
            throw failed;
        }
    }

    private static TraceWriter open(ConnectionString connectionString, StoreOptions options, StoreFactories factories) {
        TraceStoreFactory factory = factories.of(connectionString).orElseThrow();
        return Library.using(
                factory.libraries(connectionString), connectionString, () -> factory.create(connectionString, options));
    }

    /** A module that does not load is there. */
    private static void requireModule(ConnectionString connectionString, StoreFactories factories) {
        Optional<StoreModule> missing =
                factories.areUsable() ? StoreModule.of(connectionString.scheme()) : Optional.empty();
        if (missing.isPresent()) {
            throw MissingLibraryException.of(
                    connectionString, List.of(missing.get().library()));
        }
    }

    /** What follows an unknown scheme in a list is not shown: it may be the end of a password with a comma. */
    private static void requireKnown(List<ConnectionString> list, StoreFactories factories) {
        for (ConnectionString each : list) {
            if (factories.of(each).isEmpty()) {
                requireModule(each, factories);
                String shown = list.size() == 1 ? each.toString() : VisibleText.inMessage(each.scheme()) + "://***";
                throw new InvalidConnectionStringException(
                        "'" + shown + "' has no scheme that is known here: " + factories.known());
            }
        }
    }
}
