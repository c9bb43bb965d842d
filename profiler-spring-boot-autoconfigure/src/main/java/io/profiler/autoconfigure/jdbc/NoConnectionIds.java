// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import java.sql.Connection;
import java.util.Set;
import net.ttddyy.dsproxy.ConnectionIdManager;

/** Connections are not counted: the library would keep the number of each one that is never closed. */
enum NoConnectionIds implements ConnectionIdManager {
    INSTANCE;

    @Override
    public String getId(Connection connection) {
        return "";
    }

    @Override
    public void addClosedId(String closedId) {}

    @Override
    public Set<String> getOpenConnectionIds() {
        return Set.of();
    }
}
