// SPDX-License-Identifier: Apache-2.0
/** The documents that describe the API, and the ping. */
@NullMarked
package io.profiler.sample.web.home;

import org.jspecify.annotations.NullMarked;
