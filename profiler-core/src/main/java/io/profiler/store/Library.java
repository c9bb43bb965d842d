// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A library that a store needs.
 *
 * @param artifact {@code group:artifact}
 * @param className a class of it to know it by
 * @param dependency what to add to have it, {@code group:artifact}: itself, or what brings it
 * @since 0.1
 */
public record Library(String artifact, String className, String dependency) {

    /**
     * A library that is added by itself.
     *
     * @param artifact {@code group:artifact}
     * @param className full name of a class that no other library has; looked up, not initialized
     */
    public Library(String artifact, String className) {
        this(artifact, className, artifact);
    }

    /** {@return whether the thread's context class loader, or that of this class, has it} */
    public boolean isPresent() {
        return Stream.of(Thread.currentThread().getContextClassLoader(), Library.class.getClassLoader())
                .anyMatch(this::isPresent);
    }

    private boolean isPresent(ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError missing) {
            return false;
        }
    }

    /**
     * Opens what needs libraries, once all of them are there.
     *
     * @param <T> what is opened
     * @param libraries all that it needs
     * @param connectionString what asks for it; messages show its beginning alone, {@code jdbc:h2} or {@code redis://}
     * @param opening refers to the libraries' classes; not called if one is missing
     * @return what {@code opening} gave
     * @throws MissingLibraryException if one of them is not on the classpath
     * @throws UnfitLibraryException if they are there and do not work together, or not without another that is missing
     */
    public static <T> T using(List<Library> libraries, ConnectionString connectionString, Supplier<T> opening) {
        List<Library> missing =
                libraries.stream().filter(library -> !library.isPresent()).toList();
        if (!missing.isEmpty()) {
            throw MissingLibraryException.of(connectionString, missing);
        }
        try {
            return opening.get();
        } catch (LinkageError unfit) {
            throw new UnfitLibraryException(connectionString, libraries, unfit);
        }
    }
}
