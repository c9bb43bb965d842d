// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;
import java.util.stream.Collectors;

/** The libraries of the backend that a connection string names are on the classpath, but do not work. */
public final class UnfitLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitLibraryException(ConnectionString connectionString, List<Library> libraries, LinkageError cause) {
        super(message(connectionString, libraries, cause), cause);
    }

    private static String message(ConnectionString connectionString, List<Library> libraries, LinkageError cause) {
        String named = libraries.isEmpty()
                ? "a library"
                : libraries.stream().map(Library::artifact).collect(Collectors.joining(" or "));
        return "'" + MissingLibraryException.beginning(connectionString) + "' does not work with the version of "
                + named + " on the classpath: " + reason(cause);
    }

    /** The innermost error names the class or method that does not fit. */
    private static String reason(LinkageError error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message =
                String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
        return innermost.getClass().getSimpleName() + " " + message;
    }
}
