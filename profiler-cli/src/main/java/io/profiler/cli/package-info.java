// SPDX-License-Identifier: Apache-2.0
/** The profiler command. */
@NullMarked
package io.profiler.cli;

import org.jspecify.annotations.NullMarked;
