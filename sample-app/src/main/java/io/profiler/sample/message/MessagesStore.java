// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.QueueId;
import io.profiler.trace.MessageStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the queues. */
@MessageStore
public interface MessagesStore {

    /**
     * Appends messages to a queue, in their order.
     *
     * @return their ids
     */
    List<String> post(QueueId queue, String clientId, List<NewMessage> messages);

    /** The messages of a queue by marker. A reader that goes on from the last marker it saw never misses a message. */
    List<Message> list(QueueId queue, MessageFilter filter);

    /** Those of the messages that are in the queue, by marker. Ids can be any text. */
    List<Message> find(QueueId queue, List<String> ids);

    /** Deletes a message, if it is there. One that is claimed goes only together with the id of its claim. */
    Deletion delete(QueueId queue, String id, @Nullable String claimId);

    /** Deletes those of the messages that are in the queue, claimed or not. */
    void delete(QueueId queue, List<String> ids);

    /** Forgets everything about a queue. */
    void deleteAll(QueueId queue);
}
