// SPDX-License-Identifier: Apache-2.0
/** Whether and how a proxy can stand in for a bean so that nobody notices. */
@NullMarked
package io.profiler.autoconfigure.aop.proxy;

import org.jspecify.annotations.NullMarked;
