// SPDX-License-Identifier: Apache-2.0
/** Files that a command writes. */
@NullMarked
package io.profiler.cli.file;

import org.jspecify.annotations.NullMarked;
