// SPDX-License-Identifier: Apache-2.0
/** The HTTP API: controllers, what they read and what they answer. */
@NullMarked
package io.profiler.sample.web;

import org.jspecify.annotations.NullMarked;
