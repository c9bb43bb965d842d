// SPDX-License-Identifier: Apache-2.0
/** A report as the JSON that OSprofiler prints, byte for byte. */
@NullMarked
package io.profiler.report.json;

import org.jspecify.annotations.NullMarked;
