// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.profiler.sample.message.Message;
import io.profiler.sample.message.MessageCounts;
import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.url.Paths;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How full a queue is. */
record QueueStatsView(Messages messages) {

    static QueueStatsView of(QueueId queue, MessageCounts counts, Optional<Message> oldest, Optional<Message> newest) {
        return new QueueStatsView(new Messages(
                counts.claimed(),
                counts.free(),
                counts.total(),
                oldest.map(message -> End.of(queue, message)).orElse(null),
                newest.map(message -> End.of(queue, message)).orElse(null)));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Messages(
            long claimed,
            long free,
            long total,
            @Nullable End oldest,
            @Nullable End newest) {}

    /** The message at an end of the queue. */
    record End(long age, Instant created, URI href) {

        static End of(QueueId queue, Message message) {
            return new End(
                    message.ageSeconds(),
                    message.created().truncatedTo(ChronoUnit.SECONDS),
                    Paths.message(queue, message.id()));
        }
    }
}
