// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import io.profiler.trace.Traced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each call is a span, and asks the database once. */
@Component
class Lookups {

    private final DatabaseClient database;

    Lookups(DatabaseClient database) {
        this.database = database;
    }

    @Traced("lookup")
    public Mono<String> title(int place) {
        return database.sql("select title from book where id = " + place + " - " + place)
                .mapValue(String.class)
                .one();
    }
}
