// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import org.jspecify.annotations.Nullable;

/** The call of JDBC that the present thread is in. What one traced DataSource leaves to another is the same call. */
final class CurrentCall {

    private static final ThreadLocal<@Nullable String> METHOD = new ThreadLocal<>();

    private CurrentCall() {}

    /** Begins one; gives the method of the one around it, null if there is none. */
    static @Nullable String enter(String method) {
        String outer = METHOD.get();
        METHOD.set(method);
        return outer;
    }

    static void leave(@Nullable String outer) {
        METHOD.set(outer);
    }
}
