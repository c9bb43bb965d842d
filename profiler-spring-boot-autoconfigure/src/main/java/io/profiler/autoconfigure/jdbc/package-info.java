// SPDX-License-Identifier: Apache-2.0
/** SQL statements, transactions and connections of every DataSource, as spans. */
@NullMarked
package io.profiler.autoconfigure.jdbc;

import org.jspecify.annotations.NullMarked;
