// SPDX-License-Identifier: Apache-2.0
/** Trace points sent as OpenTelemetry's spans. */
@NullMarked
package io.profiler.store.otlp;

import org.jspecify.annotations.NullMarked;
