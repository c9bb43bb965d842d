// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.profiler.sample.message.Message;
import io.profiler.sample.model.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that were taken from a queue. */
record PoppedMessagesView(List<PoppedMessageView> messages) {

    static PoppedMessagesView of(List<Message> messages) {
        return new PoppedMessagesView(
                messages.stream().map(PoppedMessageView::of).toList());
    }

    record PoppedMessageView(
            String id,
            long age,
            long ttl,
            @JsonProperty("claim_count") long claimCount,
            JsonText body,
            @JsonProperty("claim_id") @Nullable String claimId) {

        static PoppedMessageView of(Message message) {
            return new PoppedMessageView(
                    message.id(),
                    message.ageSeconds(),
                    message.ttlSeconds(),
                    message.claimCount(),
                    message.body(),
                    message.claimId());
        }
    }
}
