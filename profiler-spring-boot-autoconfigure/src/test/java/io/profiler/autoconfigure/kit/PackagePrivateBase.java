// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import java.util.List;

/** A superclass with a method that subclasses elsewhere cannot override. */
public abstract class PackagePrivateBase {

    private final List<String> parts = List.of("a", "b");

    int size() {
        return parts.size();
    }

    /** Calls the method on whatever it is given. */
    public static int sizeOf(PackagePrivateBase base) {
        return base.size();
    }
}
