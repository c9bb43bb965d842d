// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.management.QueuesStore;
import io.profiler.sample.message.NewSubscription;
import io.profiler.sample.message.Subscription;
import io.profiler.sample.message.SubscriptionChange;
import io.profiler.sample.message.SubscriptionsStore;
import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.url.Limits;
import io.profiler.sample.web.url.Link;
import io.profiler.sample.web.url.Paths;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Keeps subscriptions; nobody is notified. */
@RestController
@RequestMapping(path = Paths.SUBSCRIPTIONS, produces = MediaType.APPLICATION_JSON_VALUE)
class SubscriptionsController {

    private final QueuesStore queues;
    private final SubscriptionsStore subscriptions;
    private final SubscriptionReader reader;

    SubscriptionsController(QueuesStore queues, SubscriptionsStore subscriptions, SubscriptionReader reader) {
        this.queues = queues;
        this.subscriptions = subscriptions;
        this.reader = reader;
    }

    @GetMapping
    SubscriptionListView list(QueueId queue, SubscriptionListQuery query) {
        List<Subscription> page = subscriptions.list(queue, query.marker(), Limits.ofMessages(query.limit()));
        return new SubscriptionListView(
                page.stream()
                        .map(subscription -> SubscriptionView.of(queue, subscription))
                        .toList(),
                query.linksAfter(
                        Paths.subscriptions(queue).getPath(),
                        page.isEmpty() ? null : page.get(page.size() - 1).id()));
    }

    @PostMapping
    ResponseEntity<CreatedSubscriptionView> create(QueueId queue, JsonBody body) {
        NewSubscription subscription = reader.readNew(body);
        queues.create(queue, QueueMetadata.EMPTY);
        String id = subscriptions.create(queue, subscription);
        return ResponseEntity.created(Paths.subscriptions(queue)).body(new CreatedSubscriptionView(id));
    }

    @GetMapping("/{subscription}")
    SubscriptionView find(QueueId queue, @PathVariable("subscription") String id) {
        return subscriptions
                .find(queue, id)
                .map(subscription -> SubscriptionView.of(queue, subscription))
                .orElseThrow(() -> notFound(id));
    }

    @PatchMapping("/{subscription}")
    ResponseEntity<Void> update(QueueId queue, @PathVariable("subscription") String id, JsonBody body) {
        SubscriptionChange change = reader.readChange(body);
        if (change.isEmpty()) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "Unable to update subscription",
                    "Subscription %s could not be updated.".formatted(id));
        }
        if (!subscriptions.update(queue, id, change)) {
            throw notFound(id);
        }
        return ResponseEntity.noContent()
                .location(Paths.subscription(queue, id))
                .build();
    }

    @PutMapping("/{subscription}/confirm")
    ResponseEntity<Void> confirm(QueueId queue, @PathVariable("subscription") String id, JsonBody body) {
        JsonNode confirmed = body.object().path("confirmed");
        if (!confirmed.isBoolean()) {
            throw ApiException.badRequest("The 'confirmed' should be boolean.");
        }
        if (!subscriptions.confirm(queue, id, confirmed.booleanValue())) {
            throw notFound(id);
        }
        return ResponseEntity.noContent()
                .location(Paths.subscriptionConfirmation(queue, id))
                .build();
    }

    @DeleteMapping("/{subscription}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(QueueId queue, @PathVariable("subscription") String id) {
        subscriptions.delete(queue, id);
    }

    private static ApiException notFound(String id) {
        return ApiException.notFound("Subscription %s does not exist".formatted(id));
    }

    /** A page of subscriptions. */
    record SubscriptionListView(List<SubscriptionView> subscriptions, List<Link> links) {}

    /** The subscription that a client has just made. */
    record CreatedSubscriptionView(
            @JsonProperty("subscription_id") String id) {}
}
