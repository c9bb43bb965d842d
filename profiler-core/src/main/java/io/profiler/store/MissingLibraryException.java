// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A library that a connection string needs is not on the classpath.
 *
 * @since 0.1
 */
public final class MissingLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String dependency;

    private MissingLibraryException(String who, List<Library> missing, String alternative) {
        super(who + " needs the " + (missing.size() == 1 ? "library " : "libraries ")
                + joined(missing.stream().map(Library::artifact)) + ", which "
                + (missing.size() == 1 ? "is" : "are") + " not on the classpath" + alternative);
        this.dependency = joined(missing.stream().map(Library::dependency).distinct());
    }

    static MissingLibraryException of(ConnectionString connectionString, List<Library> missing) {
        return new MissingLibraryException("'" + beginning(connectionString) + "'", missing, "");
    }

    /**
     * {@return what to throw where something else would do as well}
     *
     * @param connectionString what asks for the library; the message shows its beginning alone, {@code jdbc:h2} or
     *     {@code redis://}
     * @param missing the library
     * @param alternative what works without that library, in a few words
     */
    public static MissingLibraryException withAlternative(
            ConnectionString connectionString, Library missing, String alternative) {
        return new MissingLibraryException(
                "'" + beginning(connectionString) + "'", List.of(missing), "; " + alternative);
    }

    /**
     * {@return what to throw where only an option needs the library}
     *
     * @param connectionString what has the option; the message shows its beginning alone
     * @param option {@code name=value}, what the connection string asks for; shown, so it holds no secret
     * @param missing the library
     */
    public static MissingLibraryException ofOption(ConnectionString connectionString, String option, Library missing) {
        return new MissingLibraryException(
                "'" + beginning(connectionString) + "' with " + option, List.of(missing), "");
    }

    static String beginning(ConnectionString connectionString) {
        String scheme = connectionString.scheme();
        return scheme.equals("jdbc") && connectionString.value().indexOf(':') > 0
                ? scheme + ':' + connectionString.value().split(":", 3)[1]
                : scheme + "://";
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(" and "));
    }

    /** {@return the dependency to add, {@code group:artifact}; several are separated by {@code " and "}} */
    public String dependency() {
        return dependency;
    }
}
