// SPDX-License-Identifier: Apache-2.0
/**
 * A trace as a report: its spans as a forest, with times and statistics.
 *
 * <p>{@link io.profiler.report.Report} is made of trace points, or read back from a file by
 * {@link io.profiler.report.saved.SavedReport}; a {@link io.profiler.report.ReportRenderer} writes it in one format. The
 * model knows no format, and no format knows another.
 */
@NullMarked
package io.profiler.report;

import org.jspecify.annotations.NullMarked;
