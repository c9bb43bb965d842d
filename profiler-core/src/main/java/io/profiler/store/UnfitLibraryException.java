// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of the backend that a connection string names are on the classpath, but do not work, or need another.
 *
 * @since 0.1
 */
public final class UnfitLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w.$]+");

    UnfitLibraryException(ConnectionString connectionString, List<Library> libraries, LinkageError cause) {
        super(message(connectionString, libraries, cause), cause);
    }

    private static String message(ConnectionString connectionString, List<Library> libraries, LinkageError cause) {
        String named = libraries.isEmpty()
                ? "a library"
                : libraries.stream().map(Library::artifact).collect(Collectors.joining(" or "));
        String beginning = "'" + MissingLibraryException.beginning(connectionString) + "' ";
        String missing = missingClass(cause);
        return missing == null
                ? beginning + "does not work with the version of " + named + " on the classpath: " + reason(cause)
                : beginning + "needs, by " + named + ", the class " + missing + ", which is not on the classpath";
    }

    /** Null if there is none; a class that is there and cannot be initialised is said in a sentence. */
    private static @Nullable String missingClass(LinkageError error) {
        String name = String.valueOf(error.getMessage()).replace('/', '.');
        return error instanceof NoClassDefFoundError && CLASS_NAME.matcher(name).matches() && !isPresent(name)
                ? name
                : null;
    }

    private static boolean isPresent(String className) {
        return new Library("", className).isPresent();
    }

    /** The innermost error names the class or method that does not fit. */
    private static String reason(LinkageError error) {
        Throwable innermost = CauseTree.innermost(error);
        String message =
                String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
        return innermost.getClass().getSimpleName() + " " + message;
    }
}
