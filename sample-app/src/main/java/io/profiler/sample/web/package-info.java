// SPDX-License-Identifier: Apache-2.0
/** The HTTP API: a package for each resource, and for what they share; here is what holds for all of them. */
@NullMarked
package io.profiler.sample.web;

import org.jspecify.annotations.NullMarked;
