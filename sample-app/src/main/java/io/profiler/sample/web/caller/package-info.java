// SPDX-License-Identifier: Apache-2.0
/** Who sent a request, and whether it may pass. */
@NullMarked
package io.profiler.sample.web.caller;

import org.jspecify.annotations.NullMarked;
