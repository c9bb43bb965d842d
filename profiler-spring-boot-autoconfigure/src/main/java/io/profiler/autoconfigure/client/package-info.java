// SPDX-License-Identifier: Apache-2.0
/** Signed headers on requests to other services of the house. */
@NullMarked
package io.profiler.autoconfigure.client;

import org.jspecify.annotations.NullMarked;
