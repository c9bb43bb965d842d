// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.aopalliance.aop.Advice;

/**
 * Advice that puts spans around calls, by which others know beans that are traced.
 *
 * @since 0.1
 */
public interface TracingAdvice extends Advice {}
