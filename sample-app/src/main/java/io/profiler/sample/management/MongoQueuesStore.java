// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.profiler.sample.model.QueueId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Repository
class MongoQueuesStore implements QueuesStore {

    private static final String METADATA = "metadata";

    private final MongoOperations mongo;
    private final JsonMapper jsonMapper;
    private final QueuePlacement placement;

    MongoQueuesStore(MongoOperations mongo, JsonMapper jsonMapper, QueuePlacement placement) {
        this.mongo = mongo;
        this.jsonMapper = jsonMapper;
        this.placement = placement;
    }

    @Override
    public boolean create(QueueId queue, QueueMetadata metadata) {
        if (mongo.exists(byId(queue), QueueDocument.class)) {
            return false;
        }
        try {
            mongo.insert(toDocument(queue, metadata));
            return true;
        } catch (DuplicateKeyException createdMeanwhile) {
            return false;
        }
    }

    private QueueDocument toDocument(QueueId queue, QueueMetadata metadata) {
        String pool = placement.poolFor(queue.project(), metadata).orElse(null);
        return new QueueDocument(null, queue.project(), queue.name(), toJson(metadata), pool);
    }

    @Override
    public Optional<QueueMetadata> find(QueueId queue) {
        return Optional.ofNullable(mongo.findOne(byId(queue), QueueDocument.class))
                .map(this::metadataOf);
    }

    @Override
    public boolean replace(QueueId queue, QueueMetadata expected, QueueMetadata updated) {
        Query unchanged = query(criteria(queue).and(METADATA).is(toJson(expected)));
        Update update = Update.update(METADATA, toJson(updated));
        return mongo.updateFirst(unchanged, update, QueueDocument.class).getMatchedCount() > 0;
    }

    @Override
    public void delete(QueueId queue) {
        mongo.remove(byId(queue), QueueDocument.class);
    }

    @Override
    public List<Queue> list(String project, @Nullable String marker, int limit) {
        Criteria criteria = where("project").is(project).and("name").gt(marker == null ? "" : marker);
        Query page = query(criteria).with(Sort.by("name")).limit(limit);
        return mongo.find(page, QueueDocument.class).stream()
                .map(document -> new Queue(document.name(), metadataOf(document)))
                .toList();
    }

    @Override
    public long count(String project) {
        return mongo.count(query(where("project").is(project)), QueueDocument.class);
    }

    private QueueMetadata metadataOf(QueueDocument document) {
        return new QueueMetadata(jsonMapper.readValue(document.metadata(), ObjectNode.class));
    }

    private String toJson(QueueMetadata metadata) {
        return jsonMapper.writeValueAsString(metadata.values());
    }

    private static Query byId(QueueId queue) {
        return query(criteria(queue));
    }

    private static Criteria criteria(QueueId queue) {
        return where("project").is(queue.project()).and("name").is(queue.name());
    }
}
