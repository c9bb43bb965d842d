// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

/**
 * A span and its place in the forest, enough to draw the lines of a tree.
 *
 * @param span one of {@link Report#spans()}
 * @param depth how many spans are above it: 0 at the top
 * @param last whether no sibling comes after it
 * @param parent whether it has children
 * @since 0.1
 */
public record PlacedSpan(ReportSpan span, int depth, boolean last, boolean parent) {}
