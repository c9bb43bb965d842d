// SPDX-License-Identifier: Apache-2.0
/** Several traces side by side: what changed from one to another, and what many of them have in common. */
@NullMarked
package io.profiler.report.compare;

import org.jspecify.annotations.NullMarked;
