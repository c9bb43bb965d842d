// SPDX-License-Identifier: Apache-2.0
/** The routes of flavors, for administrators. */
@NullMarked
package io.profiler.sample.web.flavor;

import org.jspecify.annotations.NullMarked;
