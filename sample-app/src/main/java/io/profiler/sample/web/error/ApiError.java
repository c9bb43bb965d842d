// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The body of every error. */
record ApiError(
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description) {}
