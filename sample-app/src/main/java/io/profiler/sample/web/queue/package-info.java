// SPDX-License-Identifier: Apache-2.0
/** The routes of queues. */
@NullMarked
package io.profiler.sample.web.queue;

import org.jspecify.annotations.NullMarked;
