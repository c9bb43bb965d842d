// SPDX-License-Identifier: Apache-2.0
/** The store that the properties name. */
@NullMarked
package io.profiler.autoconfigure.store;

import org.jspecify.annotations.NullMarked;
