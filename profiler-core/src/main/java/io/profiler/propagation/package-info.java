// SPDX-License-Identifier: Apache-2.0
/** Who may profile: the signed trace headers, read, verified and written. */
@NullMarked
package io.profiler.propagation;

import org.jspecify.annotations.NullMarked;
