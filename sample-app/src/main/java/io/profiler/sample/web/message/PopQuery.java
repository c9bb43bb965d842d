// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.url.Limits;
import org.jspecify.annotations.Nullable;

/** The parameters of taking messages from a queue. */
record PopQuery(@Nullable String ids, @Nullable Integer pop) {

    /** How many messages to take. */
    int limit() {
        if (ids != null) {
            throw ApiException.badRequest("pop and id params cannot be present together in the delete request.");
        }
        return Limits.ofPop(pop);
    }
}
