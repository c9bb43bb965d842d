// SPDX-License-Identifier: Apache-2.0
/** A queue service in the shape of OpenStack Zaqar, profiled by the starter. */
@NullMarked
package io.profiler.sample;

import org.jspecify.annotations.NullMarked;
