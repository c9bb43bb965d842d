// SPDX-License-Identifier: Apache-2.0
/** Reports in the formats of other tools, one renderer each. */
@NullMarked
package io.profiler.report.format;

import org.jspecify.annotations.NullMarked;
