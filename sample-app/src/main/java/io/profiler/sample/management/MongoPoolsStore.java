// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoPoolsStore implements PoolsStore {

    private static final String NAME = "_id";
    private static final String FLAVOR = "flavor";

    private final MongoOperations mongo;

    MongoPoolsStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void save(Pool pool) {
        try {
            mongo.save(PoolDocument.of(pool));
        } catch (DuplicateKeyException e) {
            throw new PoolUriInUseException(e);
        }
    }

    @Override
    public Optional<Pool> find(String name) {
        return Optional.ofNullable(mongo.findById(name, PoolDocument.class)).map(PoolDocument::toPool);
    }

    @Override
    public Optional<Pool> update(String name, PoolChange change) {
        FindAndModifyOptions returnChanged = FindAndModifyOptions.options().returnNew(true);
        try {
            return Optional.ofNullable(
                            mongo.findAndModify(byName(name), toUpdate(change), returnChanged, PoolDocument.class))
                    .map(PoolDocument::toPool);
        } catch (DuplicateKeyException e) {
            throw new PoolUriInUseException(e);
        }
    }

    private static Update toUpdate(PoolChange change) {
        Update update = new Update();
        Optional.ofNullable(change.uri()).ifPresent(uri -> update.set("uri", uri));
        Optional.ofNullable(change.weight()).ifPresent(weight -> update.set("weight", weight));
        Optional.ofNullable(change.flavor()).ifPresent(flavor -> update.set(FLAVOR, flavor.isEmpty() ? null : flavor));
        Optional.ofNullable(change.options()).ifPresent(options -> update.set("options", options.value()));
        return update;
    }

    @Override
    public void delete(String name) {
        Query unused = query(where(NAME).is(name).and(FLAVOR).is(null));
        if (mongo.remove(unused, PoolDocument.class).getDeletedCount() == 0) {
            find(name).map(Pool::flavor).ifPresent(flavor -> {
                throw new PoolInUseException(flavor);
            });
        }
    }

    @Override
    public List<Pool> list(@Nullable String marker, int limit) {
        Query page = query(where(NAME).gt(marker == null ? "" : marker))
                .with(Sort.by(NAME))
                .limit(limit);
        return find(page);
    }

    @Override
    public List<Pool> listByFlavor(@Nullable String flavor) {
        return find(query(where(FLAVOR).is(flavor)).with(Sort.by(NAME)));
    }

    private List<Pool> find(Query query) {
        return mongo.find(query, PoolDocument.class).stream()
                .map(PoolDocument::toPool)
                .toList();
    }

    @Override
    public void assignFlavor(List<String> names, String flavor) {
        mongo.updateMulti(query(where(NAME).in(names)), Update.update(FLAVOR, flavor), PoolDocument.class);
    }

    @Override
    public void releaseFlavor(String flavor, List<String> kept) {
        Query others = query(where(FLAVOR).is(flavor).and(NAME).nin(kept));
        mongo.updateMulti(others, new Update().unset(FLAVOR), PoolDocument.class);
    }

    private static Query byName(String name) {
        return query(where(NAME).is(name));
    }
}
