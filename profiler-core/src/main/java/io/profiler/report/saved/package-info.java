// SPDX-License-Identifier: Apache-2.0
/** Reports read back from the JSON in which they were saved. */
@NullMarked
package io.profiler.report.saved;

import org.jspecify.annotations.NullMarked;
