// SPDX-License-Identifier: Apache-2.0
/** The trace point, the record on the wire, and the sink that spans hand it to. */
@NullMarked
package io.profiler.point;

import org.jspecify.annotations.NullMarked;
