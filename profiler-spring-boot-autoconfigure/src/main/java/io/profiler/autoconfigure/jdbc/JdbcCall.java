// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import org.jspecify.annotations.Nullable;

/** A call of JDBC, to be made. */
@FunctionalInterface
interface JdbcCall {

    @Nullable
    Object make() throws Throwable;
}
