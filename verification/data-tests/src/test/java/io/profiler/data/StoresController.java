// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class StoresController {

    private final ReactiveMongoOperations mongo;
    private final ReactiveStringRedisTemplate redis;

    StoresController(ReactiveMongoOperations mongo, ReactiveStringRedisTemplate redis) {
        this.mongo = mongo;
        this.redis = redis;
    }

    @GetMapping("/mongo/{id}")
    Mono<String> mongo(@PathVariable int id) {
        return mongo.insert(new Document("_id", id).append("author", "Jane"), "books")
                .then(mongo.find(query(where("author").is("Jane")), Document.class, "books")
                        .count())
                .map(String::valueOf)
                .onErrorReturn(DuplicateKeyException.class, "refused");
    }

    @GetMapping("/redis/{key}")
    Mono<String> redis(@PathVariable String key) {
        return redis.opsForValue().set(key, "value").then(redis.opsForValue().get(key));
    }

    @GetMapping("/concurrent/mongo/{calls}")
    Mono<String> manyMongo(@PathVariable int calls) {
        return Flux.range(0, calls)
                .flatMap(id -> mongo.count(query(where("_id").is(id)), "books"), calls)
                .count()
                .map(String::valueOf);
    }

    @GetMapping("/concurrent/redis/{calls}")
    Mono<String> manyRedis(@PathVariable int calls) {
        return Flux.range(0, calls)
                .flatMap(id -> redis.hasKey("key" + id), calls)
                .count()
                .map(String::valueOf);
    }
}
