// SPDX-License-Identifier: Apache-2.0
/** A report as one HTML file that needs no network. */
@NullMarked
package io.profiler.report.html;

import org.jspecify.annotations.NullMarked;
