// SPDX-License-Identifier: Apache-2.0
/** The management store: the catalogue of queues, pools and flavors. */
@NullMarked
package io.profiler.sample.management;

import org.jspecify.annotations.NullMarked;
