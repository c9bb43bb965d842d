// SPDX-License-Identifier: Apache-2.0
/** The profiler command: its entry, which knows the room of each command. */
@NullMarked
package io.profiler.cli;

import org.jspecify.annotations.NullMarked;
