// SPDX-License-Identifier: Apache-2.0
/** Trace points in MongoDB, in OSprofiler's collections. */
@NullMarked
package io.profiler.store.mongodb;

import org.jspecify.annotations.NullMarked;
