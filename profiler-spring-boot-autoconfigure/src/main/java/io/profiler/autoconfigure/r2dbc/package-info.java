// SPDX-License-Identifier: Apache-2.0
/** Statements by R2DBC that are traced. */
@NullMarked
package io.profiler.autoconfigure.r2dbc;

import org.jspecify.annotations.NullMarked;
