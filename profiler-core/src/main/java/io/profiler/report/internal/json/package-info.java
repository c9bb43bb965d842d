// SPDX-License-Identifier: Apache-2.0
/** JSON as Python's {@code json} module writes it. */
@NullMarked
package io.profiler.report.internal.json;

import org.jspecify.annotations.NullMarked;
