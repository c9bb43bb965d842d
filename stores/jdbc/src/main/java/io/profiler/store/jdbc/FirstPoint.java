// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.backend.TraceTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a list says of the first point of a trace. */
record FirstPoint(String name, @Nullable String service) {

    /** A list shows a path of it; what is longer, as LENGTH counts, is fetched only with its trace. */
    static final int LONGEST_LENGTH = 1 << 16;

    /** Of a row that is gone. */
    static final FirstPoint UNKNOWN = new FirstPoint("", null);

    static FirstPoint of(ResultSet row) throws SQLException {
        return new FirstPoint(
                TraceTally.nameOf(
                        String.valueOf(row.getString("name")), PointRows.infoMember(row.getString("data"), "request")),
                row.getString("service"));
    }
}
