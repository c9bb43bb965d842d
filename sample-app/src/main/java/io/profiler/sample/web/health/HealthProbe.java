// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.health;

import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.management.QueuesStore;
import io.profiler.sample.message.Claim;
import io.profiler.sample.message.ClaimSelection;
import io.profiler.sample.message.ClaimTerms;
import io.profiler.sample.message.ClaimsStore;
import io.profiler.sample.message.MessageFilter;
import io.profiler.sample.message.MessagesStore;
import io.profiler.sample.message.NewMessage;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds out whether the stores work by using them, on a queue that is there for that moment only. */
@Component
class HealthProbe {

    private static final String CLIENT = "00000000-0000-4000-8000-000000000000";
    private static final ClaimTerms TERMS = new ClaimTerms(60, 60);
    private static final ClaimSelection FIRST = new ClaimSelection(1, true, null);
    private static final List<NewMessage> MESSAGES = List.of(message(), message());

    private final QueuesStore queues;
    private final MessagesStore messages;
    private final ClaimsStore claims;

    HealthProbe(QueuesStore queues, MessagesStore messages, ClaimsStore claims) {
        this.queues = queues;
        this.messages = messages;
        this.claims = claims;
    }

    private static NewMessage message() {
        return new NewMessage(60, 0, new JsonText("{}"));
    }

    StorageHealthView probe(String project, QueueMetadata metadata) {
        QueueId queue = new QueueId(project, "health-" + UUID.randomUUID());
        TimedOperations operations = new TimedOperations();
        operations.run("create_queue", () -> queues.create(queue, metadata));
        List<String> ids = operations.call("post_messages", () -> messages.post(queue, CLIENT, MESSAGES), List.of());
        Optional<String> claim = operations.call(
                "claim_messages", () -> claims.create(queue, TERMS, FIRST).map(Claim::id), Optional.empty());
        operations.run("list_messages", () -> messages.list(queue, new MessageFilter(null, 1, null, true, true)));
        operations.run("delete_messages", () -> deleteFirst(queue, ids, claim));
        operations.run("delete_claim", () -> claim.ifPresent(id -> claims.release(queue, id)));
        operations.run("bulk_delete_messages", () -> messages.delete(queue, ids));
        operations.run("delete_queue", () -> delete(queue));
        return StorageHealthView.of(operations.results(), messages.countAll());
    }

    private void deleteFirst(QueueId queue, List<String> ids, Optional<String> claim) {
        ids.stream().findFirst().ifPresent(id -> messages.delete(queue, id, claim.orElse(null)));
    }

    private void delete(QueueId queue) {
        queues.delete(queue);
        messages.deleteAll(queue);
    }
}
