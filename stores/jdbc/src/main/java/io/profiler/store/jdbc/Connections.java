// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import javax.sql.DataSource;

/** The connections of a store: a few at once, or the same one for everything. */
interface Connections extends AutoCloseable {

    DataSource source();

    /** Goes on with new ones. */
    void renew();

    @Override
    void close();
}
