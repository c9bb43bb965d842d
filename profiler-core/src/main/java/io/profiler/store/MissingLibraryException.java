// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/** The library of the backend that a connection string names is not on the classpath. */
public final class MissingLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String dependency;

    MissingLibraryException(ConnectionString connectionString, String dependency, LinkageError cause) {
        super(message(connectionString, dependency), cause);
        this.dependency = dependency;
    }

    /**
     * @param alternative what works without that library, in a few words
     */
    public MissingLibraryException(ConnectionString connectionString, String dependency, String alternative) {
        super(message(connectionString, dependency) + "; " + alternative);
        this.dependency = dependency;
    }

    private static String message(ConnectionString connectionString, String dependency) {
        return "'" + beginning(connectionString) + "' needs the library " + dependency
                + ", which is not on the classpath";
    }

    private static String beginning(ConnectionString connectionString) {
        String scheme = connectionString.scheme();
        return scheme.equals("jdbc") ? scheme + ':' + connectionString.value().split(":", 3)[1] : scheme + "://";
    }

    /** The dependency to add, {@code group:artifact}. */
    public String dependency() {
        return dependency;
    }
}
