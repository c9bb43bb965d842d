// SPDX-License-Identifier: Apache-2.0
/** The routes of claims. */
@NullMarked
package io.profiler.sample.web.claim;

import org.jspecify.annotations.NullMarked;
