// SPDX-License-Identifier: Apache-2.0
/** The routes of messages. */
@NullMarked
package io.profiler.sample.web.message;

import org.jspecify.annotations.NullMarked;
