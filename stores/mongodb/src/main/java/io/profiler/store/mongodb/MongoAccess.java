// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import org.springframework.data.mongodb.core.MongoOperations;

/** Where the operations come from; its text form names the place without credentials. */
interface MongoAccess extends AutoCloseable {

    /**
     * The operations on OSprofiler's database.
     *
     * @throws RuntimeException if there is no way to reach it now
     */
    MongoOperations operations();

    /** Releases what was made for the profiler alone. */
    @Override
    void close();
}
