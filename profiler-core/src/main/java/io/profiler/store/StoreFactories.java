// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The factories on the classpath. One that does not load is left out, so that the others can be used. */
final class StoreFactories {

    private static final Logger logger = LoggerFactory.getLogger(TraceStores.class);
    private static final int MOST_FAILURES = 100;
    private static final String SERVICE = TraceStoreFactory.class.getName() + ": ";

    private record Candidate(TraceStoreFactory factory, Set<String> schemes) {}

    private final List<Candidate> usable = new ArrayList<>();
    private final Set<String> unusable = new LinkedHashSet<>();

    private StoreFactories() {}

    /** The application's class loader comes first, which under DevTools is not the one of this library. */
    static StoreFactories onClasspath() {
        StoreFactories factories = new StoreFactories();
        Stream.of(Thread.currentThread().getContextClassLoader(), TraceStores.class.getClassLoader())
                .distinct()
                .forEach(factories::addThoseOf);
        return factories;
    }

    /** A loader that fails without end is given up. */
    private void addThoseOf(ClassLoader loader) {
        Iterator<TraceStoreFactory> found =
                ServiceLoader.load(TraceStoreFactory.class, loader).iterator();
        int failures = 0;
        boolean more = true;
        while (more) {
            try {
                more = addNext(found);
            } catch (ServiceConfigurationError | LinkageError | RuntimeException failed) {
                unusable.add(reason(failed));
                more = ++failures < MOST_FAILURES;
            }
        }
    }

    private boolean addNext(Iterator<TraceStoreFactory> found) {
        if (!found.hasNext()) {
            return false;
        }
        TraceStoreFactory factory = found.next();
        usable.add(new Candidate(factory, factory.schemes()));
        return true;
    }

    private static String reason(Throwable failed) {
        Throwable innermost = CauseTree.innermost(failed);
        String message = failed instanceof ServiceConfigurationError
                ? String.valueOf(failed.getMessage()).replace(SERVICE, "")
                : innermost.toString();
        String cause = innermost == failed ? "" : ": " + innermost;
        return (message + cause).lines().findFirst().orElse(message);
    }

    Optional<TraceStoreFactory> of(ConnectionString connectionString) {
        return usable.stream()
                .filter(candidate -> candidate.schemes().contains(connectionString.scheme()))
                .map(Candidate::factory)
                .findFirst();
    }

    /** The schemes that there are, and what keeps others from being there. */
    String known() {
        return usable.stream()
                        .flatMap(candidate -> candidate.schemes().stream())
                        .distinct()
                        .sorted()
                        .map(scheme -> scheme + (scheme.equals("jdbc") ? ":" : "://"))
                        .collect(Collectors.joining(", "))
                + (unusable.isEmpty() ? "" : "; a store cannot be used: " + String.join("; ", unusable));
    }

    /** Whether each factory that was found can be used. */
    boolean areUsable() {
        return unusable.isEmpty();
    }

    /** Warns of those that are not needed now, but may be missed. */
    void warnOfUnusable() {
        unusable.forEach(reason -> logger.warn("A store cannot be used: {}", reason));
    }
}
