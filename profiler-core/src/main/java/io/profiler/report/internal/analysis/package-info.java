// SPDX-License-Identifier: Apache-2.0
/** What a report tells beyond what was recorded: where the time went, what repeats, and what is wrong with the data. */
@NullMarked
package io.profiler.report.internal.analysis;

import org.jspecify.annotations.NullMarked;
