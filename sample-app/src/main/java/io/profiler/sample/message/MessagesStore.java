// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.QueueId;
import io.profiler.trace.MessageStore;
import java.util.List;

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

    /** Forgets everything about a queue. */
    void deleteAll(QueueId queue);
}
