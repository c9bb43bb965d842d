// SPDX-License-Identifier: Apache-2.0
/** {@code profiler trace}: shows, lists, compares, adds up and deletes traces. */
@NullMarked
package io.profiler.cli.trace;

import org.jspecify.annotations.NullMarked;
