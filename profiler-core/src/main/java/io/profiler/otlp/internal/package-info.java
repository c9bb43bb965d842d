// SPDX-License-Identifier: Apache-2.0
/** Trace points as OpenTelemetry's spans. */
@NullMarked
package io.profiler.otlp.internal;

import org.jspecify.annotations.NullMarked;
