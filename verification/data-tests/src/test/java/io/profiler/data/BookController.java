// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/books")
class BookController {

    private static final String INSERT = "insert into book(id, title) values (:id, :title)";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Lookups lookups;

    BookController(DatabaseClient database, TransactionalOperator transaction, Lookups lookups) {
        this.database = database;
        this.transaction = transaction;
        this.lookups = lookups;
    }

    @GetMapping("/added/{id}")
    Mono<String> add(@PathVariable int id) {
        return insert(id).then(titles().collectList()).map(Object::toString);
    }

    private Mono<Long> insert(int id) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("title", "t" + id)
                .fetch()
                .rowsUpdated();
    }

    private Flux<String> titles() {
        return database.sql("select title from book").mapValue(String.class).all();
    }

    @GetMapping("/committed/{id}")
    Mono<String> commit(@PathVariable int id) {
        return insert(id).as(transaction::transactional).map(String::valueOf);
    }

    @GetMapping("/rolled-back/{id}")
    Mono<String> rollBack(@PathVariable int id) {
        return insert(id)
                .then(insert(id))
                .as(transaction::transactional)
                .map(String::valueOf)
                .onErrorReturn(DataIntegrityViolationException.class, "refused");
    }

    @GetMapping("/wrong")
    Mono<String> wrong() {
        return database.sql("select nothing")
                .fetch()
                .first()
                .map(Object::toString)
                .onErrorReturn(BadSqlGrammarException.class, "refused");
    }

    @GetMapping("/first")
    Mono<String> first() {
        return database.sql("select x from system_range(1, 100000)")
                .mapValue(Long.class)
                .all()
                .take(1)
                .next()
                .map(String::valueOf);
    }

    @GetMapping("/first-result")
    Mono<String> firstResult() {
        return database.inConnection(connection -> Mono.from(connection
                        .createStatement("insert into book(id) values (81)")
                        .execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .map(String::valueOf));
    }

    @GetMapping("/batch")
    Mono<String> batch() {
        return database.inConnection(connection -> Flux.from(connection
                                .createBatch()
                                .add("insert into book(id) values (71)")
                                .add("insert into book(id) values (72)")
                                .execute())
                        .flatMap(result -> result.getRowsUpdated())
                        .then())
                .thenReturn("batch");
    }

    @GetMapping("/concurrent/{calls}")
    Mono<String> concurrent(@PathVariable int calls) {
        return Flux.range(0, calls).flatMap(lookups::title, calls).count().map(String::valueOf);
    }
}
