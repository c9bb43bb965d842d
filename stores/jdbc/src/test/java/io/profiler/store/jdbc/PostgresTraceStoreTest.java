// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.test.ReconnectContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresTraceStoreTest extends JdbcStoreContract implements ReconnectContract {

    @RegisterExtension
    static final PostgresServer postgres = new PostgresServer();

    @Override
    String connectionString() {
        return "postgresql+psycopg2://postgres@127.0.0.1:" + postgres.port() + "/postgres";
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    JdbcClient sql() {
        return clientOf(postgres.jdbcUrl());
    }

    @Override
    public void killServer() {
        postgres.kill();
    }

    @Override
    public void startServer() {
        postgres.start();
    }
}
