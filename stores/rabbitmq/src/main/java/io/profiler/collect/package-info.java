// SPDX-License-Identifier: Apache-2.0
/** From the message queue to a store: what Ceilometer does for OSprofiler. */
@NullMarked
package io.profiler.collect;

import org.jspecify.annotations.NullMarked;
