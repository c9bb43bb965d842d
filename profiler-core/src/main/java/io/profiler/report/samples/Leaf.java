// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

/**
 * How often looks found a call as the innermost one, and the thread doing one kind of thing there.
 *
 * @param call number of the call
 * @param kind what the thread did
 * @param looks how often, at least once
 * @since 0.1
 */
public record Leaf(int call, LookKind kind, long looks) {}
