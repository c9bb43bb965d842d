// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is executed with.
 *
 * @param parameters null if they are not shown
 * @param batch how many executions are sent at once, 0 if it is not sent as a batch
 */
record Executed(String text, @Nullable List<?> parameters, int batch) {}
