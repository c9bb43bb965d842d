// SPDX-License-Identifier: Apache-2.0
/** How a trace is shown, whichever command shows it. */
@NullMarked
package io.profiler.cli.view;

import org.jspecify.annotations.NullMarked;
