// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import io.profiler.sample.model.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A pool as it is stored. */
@Document("pools")
record PoolDocument(
        @Id String name,
        @Indexed(unique = true) String uri,
        long weight,
        @Indexed @Nullable String flavor,
        String options) {

    static PoolDocument of(Pool pool) {
        return new PoolDocument(
                pool.name(),
                pool.uri(),
                pool.weight(),
                pool.flavor(),
                pool.options().value());
    }

    Pool toPool() {
        return new Pool(name, uri, weight, flavor, new JsonText(options));
    }
}
