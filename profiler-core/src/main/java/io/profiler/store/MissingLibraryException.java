// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

/** The library of the backend that a connection string names is not on the classpath. */
public final class MissingLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String dependency;

    MissingLibraryException(String scheme, String dependency, LinkageError cause) {
        super("'" + scheme + "://' needs the library " + dependency + ", which is not on the classpath", cause);
        this.dependency = dependency;
    }

    /** The dependency to add, {@code group:artifact}. */
    public String dependency() {
        return dependency;
    }
}
