// SPDX-License-Identifier: Apache-2.0
/** The routes of subscriptions. */
@NullMarked
package io.profiler.sample.web.subscription;

import org.jspecify.annotations.NullMarked;
