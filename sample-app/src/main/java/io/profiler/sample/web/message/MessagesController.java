// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.management.QueuesStore;
import io.profiler.sample.message.Message;
import io.profiler.sample.message.MessagesStore;
import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.caller.Caller;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.url.Limits;
import io.profiler.sample.web.url.Paths;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = Paths.MESSAGES, produces = MediaType.APPLICATION_JSON_VALUE)
class MessagesController {

    private final QueuesStore queues;
    private final MessagesStore messages;
    private final NewMessageReader reader;

    MessagesController(QueuesStore queues, MessagesStore messages, NewMessageReader reader) {
        this.queues = queues;
        this.messages = messages;
        this.reader = reader;
    }

    @PostMapping
    ResponseEntity<PostedMessagesView> post(Caller caller, QueueId queue, JsonBody body) {
        QueueMetadata metadata = queues.find(queue).orElseGet(() -> create(queue));
        List<String> ids = messages.post(queue, caller.clientId(), reader.read(body, metadata));
        URI location = URI.create(Paths.messages(queue) + "?ids=" + String.join(",", ids));
        List<URI> resources = ids.stream().map(id -> Paths.message(queue, id)).toList();
        return ResponseEntity.created(location).body(new PostedMessagesView(resources));
    }

    private QueueMetadata create(QueueId queue) {
        queues.create(queue, QueueMetadata.EMPTY);
        return QueueMetadata.EMPTY;
    }

    @GetMapping
    MessageListView list(Caller caller, QueueId queue, MessageListQuery query) {
        MessageListQuery effective = isDelaying(queue) ? query : query.withDelayed();
        List<Message> page = effective.hasMalformedMarker()
                ? List.of()
                : messages.list(queue, effective.toFilter(caller.clientId()));
        return new MessageListView(
                view(queue, page),
                effective.linksAfter(
                        Paths.messages(queue).getPath(),
                        page.isEmpty() ? null : page.get(page.size() - 1).marker()));
    }

    /** A queue without a default delay ignores the delays of its messages. */
    private boolean isDelaying(QueueId queue) {
        return queues.find(queue).orElse(QueueMetadata.EMPTY).defaultMessageDelaySeconds() > 0;
    }

    @GetMapping(params = "ids")
    MessageListView find(QueueId queue, @RequestParam("ids") List<String> ids) {
        Limits.checkIds(ids);
        List<MessageView> found = view(queue, messages.find(queue, ids));
        if (found.isEmpty()) {
            String quoted = ids.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
            throw ApiException.notFound("No messages with IDs: [%s] found in the queue %s for project %s."
                    .formatted(quoted, queue.name(), queue.project()));
        }
        return new MessageListView(found, null);
    }

    @GetMapping("/{message}")
    MessageView find(QueueId queue, @PathVariable("message") String id) {
        return messages.find(queue, List.of(id)).stream()
                .map(message -> MessageView.of(queue, message))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Message %s does not exist in queue %s for project %s"
                        .formatted(id, queue.name(), queue.project())));
    }

    @DeleteMapping(params = "pop")
    PoppedMessagesView pop(QueueId queue, PopQuery query) {
        return PoppedMessagesView.of(messages.pop(queue, query.limit()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(QueueId queue, @RequestParam(name = "ids", defaultValue = "") List<String> ids) {
        if (ids.isEmpty()) {
            throw ApiException.badRequest("The request should have either \"ids\" or \"pop\" parameter in the request,"
                    + " to be able to delete.");
        }
        messages.delete(queue, ids);
    }

    @DeleteMapping("/{message}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            QueueId queue,
            @PathVariable("message") String id,
            @RequestParam(name = "claim_id", required = false) @Nullable String claimId) {
        MessageDeletions.requireDone(messages.delete(queue, id, claimId));
    }

    private static List<MessageView> view(QueueId queue, List<Message> messages) {
        return messages.stream().map(message -> MessageView.of(queue, message)).toList();
    }

    /** Where posted messages are. */
    record PostedMessagesView(List<URI> resources) {}
}
