// SPDX-License-Identifier: Apache-2.0
/** Options that several commands have, and how an argument is read. */
@NullMarked
package io.profiler.cli.option;

import org.jspecify.annotations.NullMarked;
