// SPDX-License-Identifier: Apache-2.0
/** Each backend's store beside the bulk insert of the backend's own client. */
@NullMarked
package io.profiler.benchmarks.store;

import org.jspecify.annotations.NullMarked;
