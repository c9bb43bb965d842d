// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.management.QueuesStore;
import io.profiler.sample.message.Message;
import io.profiler.sample.message.MessagesStore;
import io.profiler.sample.model.QueueId;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
        List<Message> page =
                effective.leadsNowhere() ? List.of() : messages.list(queue, effective.toFilter(caller.clientId()));
        return new MessageListView(
                page.stream().map(message -> MessageView.of(queue, message)).toList(),
                effective.linksAfter(
                        Paths.messages(queue).getPath(),
                        page.isEmpty() ? null : page.get(page.size() - 1).marker()));
    }

    /** Only a queue that delays by default heeds delays at all. */
    private boolean isDelaying(QueueId queue) {
        return queues.find(queue).orElse(QueueMetadata.EMPTY).defaultMessageDelaySeconds() > 0;
    }
}
