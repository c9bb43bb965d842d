// SPDX-License-Identifier: Apache-2.0
/** Scripts with which shells complete commands and options. */
@NullMarked
package io.profiler.cli.completion;

import org.jspecify.annotations.NullMarked;
