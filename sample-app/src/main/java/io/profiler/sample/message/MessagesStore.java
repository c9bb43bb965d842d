// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.QueueId;
import io.profiler.trace.MessageStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages of the queues. */
@MessageStore("mongodb_message_controller")
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

    /** Takes the first messages that nobody holds from the queue. */
    List<Message> pop(QueueId queue, int limit);

    /** Deletes the messages that nobody holds. */
    void purge(QueueId queue);

    MessageCounts count(QueueId queue);

    /** Counts the messages of all queues. */
    MessageCounts countAll();

    /** The message that has been in the queue for the longest time. */
    Optional<Message> oldest(QueueId queue);

    /** The message that was posted last. */
    Optional<Message> newest(QueueId queue);

    /** Forgets everything about a queue. */
    void deleteAll(QueueId queue);
}
