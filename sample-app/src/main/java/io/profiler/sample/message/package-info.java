// SPDX-License-Identifier: Apache-2.0
/** The message store: messages, claims and subscriptions. */
@NullMarked
package io.profiler.sample.message;

import org.jspecify.annotations.NullMarked;
