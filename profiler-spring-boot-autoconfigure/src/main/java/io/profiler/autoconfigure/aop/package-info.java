// SPDX-License-Identifier: Apache-2.0
/** Advice around controllers, stores and annotated beans. */
@NullMarked
package io.profiler.autoconfigure.aop;

import org.jspecify.annotations.NullMarked;
