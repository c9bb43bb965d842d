// SPDX-License-Identifier: Apache-2.0
/** What a whole application costs with the profiler, beside the same one with OpenTelemetry. */
@NullMarked
package io.profiler.benchmarks.application;

import org.jspecify.annotations.NullMarked;
