// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoFlavorsStore implements FlavorsStore {

    private final MongoOperations mongo;

    MongoFlavorsStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void create(String project, String name) {
        if (exists(project, name)) {
            return;
        }
        try {
            mongo.insert(new FlavorDocument(null, project, name));
        } catch (DuplicateKeyException createdMeanwhile) {
            // which is what was asked for
        }
    }

    @Override
    public boolean exists(String project, String name) {
        return mongo.exists(byName(project, name), FlavorDocument.class);
    }

    @Override
    public void delete(String project, String name) {
        mongo.remove(byName(project, name), FlavorDocument.class);
    }

    @Override
    public List<String> list(String project, @Nullable String marker, int limit) {
        Criteria criteria = where("project").is(project).and("name").gt(marker == null ? "" : marker);
        Query page = query(criteria).with(Sort.by("name")).limit(limit);
        return mongo.find(page, FlavorDocument.class).stream()
                .map(FlavorDocument::name)
                .toList();
    }

    private static Query byName(String project, String name) {
        return query(where("project").is(project).and("name").is(name));
    }
}
