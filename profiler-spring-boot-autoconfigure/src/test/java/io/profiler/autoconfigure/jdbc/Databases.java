// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Databases of tests. */
final class Databases {

    private Databases() {}

    /** A pool of connections to a new database with a table. */
    static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    /** A new database with a table, and a user with a password in it. */
    static String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;INIT=create table if not exists book(id int primary key\\, title varchar\\, password varchar)";
    }

    /** An application with one pool. */
    @Configuration(proxyBeanMethods = false)
    static class Pooled {

        @Bean
        HikariDataSource dataSource() {
            return pool();
        }

        @Bean
        JdbcTemplate template(HikariDataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient client(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        TransactionTemplate transactions(HikariDataSource dataSource) {
            return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        }
    }
}
