// SPDX-License-Identifier: Apache-2.0
/** Tasks that a profiled request gives to other threads are part of it. */
@NullMarked
package io.profiler.autoconfigure.task;

import org.jspecify.annotations.NullMarked;
