// SPDX-License-Identifier: Apache-2.0
/** Where trace points are kept: the contract of every backend, and connection strings. */
@NullMarked
package io.profiler.store;

import org.jspecify.annotations.NullMarked;
