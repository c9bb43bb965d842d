// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.profiler.sample.RunningSample;
import io.profiler.sample.message.MessagesStore;
import io.profiler.sample.message.NewMessage;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** Messages that are over leave the embedded database. */
@DisabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+", disabledReason = "MongoDB deletes by itself")
class MessageExpiryTest {

    private static final QueueId QUEUE = new QueueId("expiry", "queue");

    @Test
    void expiredMessagesAreSweptAndOthersStay() {
        try (RunningSample sample = RunningSample.start()) {
            MessagesStore messages = sample.bean(MessagesStore.class);
            List<String> ids = messages.post(QUEUE, "client", List.of(living(60), living(600)));

            sweepIn(sample, Duration.ofSeconds(61));

            assertThat(messages.find(QUEUE, ids)).extracting("ttlSeconds").containsExactly(600L);
        }
    }

    private static NewMessage living(long seconds) {
        return new NewMessage(seconds, 0, new JsonText("1"));
    }

    private static void sweepIn(RunningSample sample, Duration duration) {
        Clock later = Clock.offset(Clock.systemUTC(), duration);
        new ExpiredDocumentSweeper(sample.bean(MongoClient.class), later).sweep();
    }
}
