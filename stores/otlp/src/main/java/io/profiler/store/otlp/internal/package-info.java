// SPDX-License-Identifier: Apache-2.0
/** What the benchmarks use of the store that sends OTLP; no API. */
@NullMarked
package io.profiler.store.otlp.internal;

import org.jspecify.annotations.NullMarked;
