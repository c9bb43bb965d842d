// SPDX-License-Identifier: Apache-2.0
package com.example.stock;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Levels {

    private final JdbcClient jdbc;

    Levels(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists level (product varchar(80), pieces int)")
                .update();
        jdbc.sql("insert into level values ('apple', 5)").update();
    }

    public int of(String product) {
        List<Integer> pieces = jdbc.sql("select pieces from level where product = ?")
                .param(product)
                .query(Integer.class)
                .list();
        return pieces.stream().mapToInt(Integer::intValue).sum();
    }
}
