// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import io.profiler.sample.management.Queue;
import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.management.QueuesStore;
import io.profiler.sample.message.MessagesStore;
import io.profiler.sample.message.SubscriptionsStore;
import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.caller.Caller;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.url.Limits;
import io.profiler.sample.web.url.Paths;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = Paths.QUEUES, produces = MediaType.APPLICATION_JSON_VALUE)
class QueuesController {

    private static final int MAX_METADATA_BYTES = 64 * 1024;
    private static final String TOO_LARGE = "Queue metadata is too large. Max size: %s";

    private final QueuesStore queues;
    private final MessagesStore messages;
    private final SubscriptionsStore subscriptions;

    QueuesController(QueuesStore queues, MessagesStore messages, SubscriptionsStore subscriptions) {
        this.queues = queues;
        this.messages = messages;
        this.subscriptions = subscriptions;
    }

    @GetMapping
    QueueListView list(Caller caller, QueueListQuery query) {
        List<Queue> page = queues.list(caller.project(), query.marker(), Limits.ofManagement(query.limit()));
        boolean detailed = Boolean.TRUE.equals(query.detailed());
        return new QueueListView(
                page.stream().map(queue -> view(caller, queue, detailed)).toList(),
                query.linksAfter(
                        page.isEmpty() ? null : page.get(page.size() - 1).name()),
                Boolean.TRUE.equals(query.withCount()) ? count(caller) : null);
    }

    private static QueueView view(Caller caller, Queue queue, boolean detailed) {
        QueueId id = new QueueId(caller.project(), queue.name());
        return new QueueView(queue.name(), detailed ? queue.metadata().withDefaults() : null, Paths.queue(id));
    }

    private @Nullable Long count(Caller caller) {
        long count = queues.count(caller.project());
        return count == 0 ? null : count;
    }

    @GetMapping(Paths.QUEUE)
    ObjectNode metadata(QueueId queue) {
        return queues.find(queue).orElse(QueueMetadata.EMPTY).withDefaults();
    }

    @PutMapping(Paths.QUEUE)
    ResponseEntity<Void> create(QueueId queue, JsonBody body) {
        body.requireAtMost(MAX_METADATA_BYTES, TOO_LARGE);
        QueueMetadata metadata = body.isEmpty() ? QueueMetadata.EMPTY : new QueueMetadata(body.object());
        QueueMetadataRules.check(metadata.values());
        HttpStatus status = queues.create(queue, metadata) ? HttpStatus.CREATED : HttpStatus.NO_CONTENT;
        return ResponseEntity.status(status).location(Paths.queue(queue)).build();
    }

    @PatchMapping(Paths.QUEUE)
    ObjectNode update(QueueId queue, JsonBody body) {
        body.requireAtMost(MAX_METADATA_BYTES, TOO_LARGE);
        QueuePatch patch = QueuePatchReader.read(body);
        QueueMetadata current;
        QueueMetadata updated;
        do {
            current = queues.find(queue).orElseThrow(() -> notFound(queue));
            updated = patch.applyTo(current);
            QueueMetadataRules.check(updated.values());
            requireAtMost(updated);
        } while (!queues.replace(queue, current, updated));
        return updated.withDefaults();
    }

    private static void requireAtMost(QueueMetadata metadata) {
        if (metadata.values().toString().length() > MAX_METADATA_BYTES) {
            throw ApiException.badRequest(TOO_LARGE.formatted(MAX_METADATA_BYTES));
        }
    }

    private static ApiException notFound(QueueId queue) {
        return ApiException.notFound("Queue %s does not exist for project %s".formatted(queue.name(), queue.project()));
    }

    @GetMapping(Paths.QUEUE + "/stats")
    QueueStatsView stats(QueueId queue) {
        return QueueStatsView.of(queue, messages.count(queue), messages.oldest(queue), messages.newest(queue));
    }

    @PostMapping(Paths.QUEUE + "/purge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(QueueId queue, JsonBody body) {
        Set<PurgedResources> resources = PurgedResources.read(body);
        if (resources.contains(PurgedResources.MESSAGES)) {
            messages.purge(queue);
        }
        if (resources.contains(PurgedResources.SUBSCRIPTIONS)) {
            subscriptions.deleteAll(queue);
        }
    }

    @DeleteMapping(Paths.QUEUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(QueueId queue) {
        queues.delete(queue);
        messages.deleteAll(queue);
        subscriptions.deleteAll(queue);
    }
}
