// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import io.profiler.sample.model.JsonText;
import org.jspecify.annotations.Nullable;

/** New values for the fields of a pool; null leaves a field as it is. */
public record PoolChange(
        @Nullable String uri,
        @Nullable Long weight,
        @Nullable String flavor,
        @Nullable JsonText options) {}
