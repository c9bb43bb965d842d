// SPDX-License-Identifier: Apache-2.0
/**
 * What the JVM itself tells of the time in which a request is profiled, by its flight recorder: waits, pauses, class loading.
 * Knows the JDK alone, and lets go of whatever part of it is missing.
 */
@NullMarked
package io.profiler.trace.jvm;

import org.jspecify.annotations.NullMarked;
