// SPDX-License-Identifier: Apache-2.0
/** What several packages of the profiler need, and no outsider: no promise to anybody. */
@NullMarked
package io.profiler.internal;

import org.jspecify.annotations.NullMarked;
