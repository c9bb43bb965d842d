// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

/**
 * The names of the profiler's own beans.
 *
 * @since 0.1
 */
public final class OwnNames {

    private static final String PREFIX = "io.profiler.";

    private OwnNames() {}

    /**
     * {@return whether one is the name of a bean of the profiler's} The name of a class, as a bean has that is imported, is
     * none.
     *
     * @param name of a bean
     */
    public static boolean contain(String name) {
        return name.startsWith(PREFIX) && name.indexOf('.', PREFIX.length()) < 0;
    }
}
