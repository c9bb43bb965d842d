// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import io.profiler.sample.model.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A database that queues can be placed on.
 *
 * @param weight its share of the queues, relative to the other pools
 * @param flavor the flavor it serves; null if it takes queues without a flavor
 * @param options settings of its driver, a JSON object
 */
public record Pool(
        String name, String uri, long weight, @Nullable String flavor, JsonText options) {}
