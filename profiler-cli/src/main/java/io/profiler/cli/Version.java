// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/** The version of this program. */
final class Version {

    private static final Set<String> OPTIONS = Set.of("-v", "--version");

    private Version() {}

    /** What needs no command line to be made. */
    static boolean isAllThatIsAskedFor(String... arguments) {
        return arguments.length == 1 && OPTIONS.contains(arguments[0]);
    }

    static String text() {
        Properties properties = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "profiler " + properties.getProperty("version", "unknown");
    }
}
