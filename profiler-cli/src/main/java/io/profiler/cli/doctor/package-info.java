// SPDX-License-Identifier: Apache-2.0
/** {@code profiler doctor}: the checks of a store, and of an application whose traces go into it. */
@NullMarked
package io.profiler.cli.doctor;

import org.jspecify.annotations.NullMarked;
