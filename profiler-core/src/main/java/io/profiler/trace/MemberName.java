// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * The name of something that is said of a span.
 *
 * @param key as it is in the trace
 * @param secret whether its value is not shown
 */
record MemberName(String key, boolean secret) {}
