// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.profiler.sample.management.Pool;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.web.url.Paths;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A pool as administrators see it. */
record PoolView(
        String name,
        @Nullable String flavor,
        String uri,
        long weight,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonText options,
        URI href) {

    static PoolView of(Pool pool, boolean detailed) {
        return new PoolView(
                pool.name(),
                pool.flavor(),
                pool.uri(),
                pool.weight(),
                detailed ? pool.options() : null,
                Paths.pool(pool.name()));
    }
}
