// SPDX-License-Identifier: Apache-2.0
/** A small application with an N+1, for the pictures of the docs. */
@NullMarked
package io.profiler.browser.library;

import org.jspecify.annotations.NullMarked;
