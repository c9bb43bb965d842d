// SPDX-License-Identifier: Apache-2.0
/** What goes wrong, as clients are told it: one form of answer, whoever refuses the request. */
@NullMarked
package io.profiler.sample.web.error;

import org.jspecify.annotations.NullMarked;
