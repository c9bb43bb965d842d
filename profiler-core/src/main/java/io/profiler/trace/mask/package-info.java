// SPDX-License-Identifier: Apache-2.0
/** What is secret in a text, and the text without it. */
@NullMarked
package io.profiler.trace.mask;

import org.jspecify.annotations.NullMarked;
