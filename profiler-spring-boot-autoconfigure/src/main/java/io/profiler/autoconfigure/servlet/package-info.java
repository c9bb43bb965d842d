// SPDX-License-Identifier: Apache-2.0
/** The filter that opens a trace when a request carries signed headers. */
@NullMarked
package io.profiler.autoconfigure.servlet;

import org.jspecify.annotations.NullMarked;
