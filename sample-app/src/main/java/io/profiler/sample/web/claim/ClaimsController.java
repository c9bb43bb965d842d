// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.claim;

import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.management.QueuesStore;
import io.profiler.sample.message.Claim;
import io.profiler.sample.message.ClaimSelection;
import io.profiler.sample.message.ClaimTerms;
import io.profiler.sample.message.ClaimsStore;
import io.profiler.sample.message.DeadLetterRule;
import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.message.MessageView;
import io.profiler.sample.web.url.Limits;
import io.profiler.sample.web.url.Paths;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = Paths.CLAIMS, produces = MediaType.APPLICATION_JSON_VALUE)
class ClaimsController {

    private final QueuesStore queues;
    private final ClaimsStore claims;

    ClaimsController(QueuesStore queues, ClaimsStore claims) {
        this.queues = queues;
        this.claims = claims;
    }

    @PostMapping
    ResponseEntity<ClaimedMessagesView> create(QueueId queue, LimitQuery query, JsonBody body) {
        ClaimTerms terms = ClaimTermsReader.readNew(body);
        int limit = Limits.ofMessages(query.limit());
        QueueMetadata metadata = queues.find(queue).orElse(QueueMetadata.EMPTY);
        ClaimSelection selection =
                new ClaimSelection(limit, metadata.defaultMessageDelaySeconds() <= 0, deadLetterRule(queue, metadata));
        return claims.create(queue, terms, selection)
                .map(claim -> created(queue, claim))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static @Nullable DeadLetterRule deadLetterRule(QueueId queue, QueueMetadata metadata) {
        OptionalLong maxClaims = metadata.maxClaimCount();
        OptionalLong ttl = metadata.deadLetterTtlSeconds();
        return metadata.deadLetterQueue()
                .map(name -> new QueueId(queue.project(), name))
                .filter(deadLetters -> maxClaims.isPresent() && deadLetters.isValid() && !deadLetters.equals(queue))
                .map(deadLetters -> new DeadLetterRule(
                        deadLetters, maxClaims.getAsLong(), ttl.isPresent() ? ttl.getAsLong() : null))
                .orElse(null);
    }

    private static ResponseEntity<ClaimedMessagesView> created(QueueId queue, Claim claim) {
        return ResponseEntity.created(Paths.claim(queue, claim.id()))
                .body(new ClaimedMessagesView(messagesOf(queue, claim)));
    }

    @GetMapping("/{claim}")
    ClaimView find(QueueId queue, @PathVariable("claim") String claimId) {
        Claim claim = claims.find(queue, claimId).orElseThrow(() -> notFound(queue, claimId));
        return new ClaimView(
                claim.ageSeconds(), claim.ttlSeconds(), messagesOf(queue, claim), Paths.claim(queue, claimId));
    }

    @PatchMapping("/{claim}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renew(QueueId queue, @PathVariable("claim") String claimId, JsonBody body) {
        if (!claims.renew(queue, claimId, ClaimTermsReader.readRenewal(body))) {
            throw notFound(queue, claimId);
        }
    }

    @DeleteMapping("/{claim}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(QueueId queue, @PathVariable("claim") String claimId) {
        claims.release(queue, claimId);
    }

    private static List<MessageView> messagesOf(QueueId queue, Claim claim) {
        return claim.messages().stream()
                .map(message -> MessageView.of(queue, message))
                .toList();
    }

    private static ApiException notFound(QueueId queue, String claimId) {
        return ApiException.notFound(
                "Claim %s does not exist in queue %s for project %s".formatted(claimId, queue.name(), queue.project()));
    }

    /** How many entries a client asks for. */
    record LimitQuery(@Nullable Integer limit) {}

    /** What a client has just claimed. */
    record ClaimedMessagesView(List<MessageView> messages) {}

    /** A claim as clients see it. */
    record ClaimView(long age, long ttl, List<MessageView> messages, URI href) {}
}
