// SPDX-License-Identifier: Apache-2.0
/** Trace points made into a report, and its renderings. */
@NullMarked
package io.profiler.report;

import org.jspecify.annotations.NullMarked;
