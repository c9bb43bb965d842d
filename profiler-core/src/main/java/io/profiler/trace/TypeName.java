// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/** The name of a value's type, also where the class that it is nested in is not there. */
final class TypeName {

    private TypeName() {}

    static String of(@Nullable Object value) {
        return value == null ? "null" : of(value.getClass());
    }

    private static String of(Class<?> type) {
        try {
            return type.getSimpleName();
        } catch (LinkageError | InternalError incomplete) {
            return type.getName().substring(type.getName().lastIndexOf('.') + 1);
        }
    }
}
