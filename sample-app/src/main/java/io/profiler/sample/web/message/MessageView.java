// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import io.profiler.sample.message.Message;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.url.Paths;
import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/** A message as clients see it. */
public record MessageView(String id, URI href, long ttl, long age, JsonText body) {

    public static MessageView of(QueueId queue, Message message) {
        return new MessageView(
                message.id(), href(queue, message), message.ttlSeconds(), message.ageSeconds(), message.body());
    }

    private static URI href(QueueId queue, Message message) {
        URI href = Paths.message(queue, message.id());
        return message.claimId() == null
                ? href
                : UriComponentsBuilder.fromUri(href)
                        .queryParam("claim_id", message.claimId())
                        .build()
                        .toUri();
    }
}
