// SPDX-License-Identifier: Apache-2.0
/** When a call is over, of whatever it returns. */
@NullMarked
package io.profiler.autoconfigure.aop.completion;

import org.jspecify.annotations.NullMarked;
