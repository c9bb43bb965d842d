// SPDX-License-Identifier: Apache-2.0
/** What a command is given, and where it writes. */
@NullMarked
package io.profiler.cli.console;

import org.jspecify.annotations.NullMarked;
