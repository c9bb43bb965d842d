// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.profiler.autoconfigure.kit.AllocatedBytes;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** What a command costs outside of a profiled request. */
class NotProfiledCommandsTest {

    private static final int CALLS = 10_000;

    private final ConnectionDescription connection =
            new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
    private final CommandStartedEvent started = new CommandStartedEvent(
            null, 1, 1, connection, "shop", "find", new BsonDocument("find", new BsonString("books")));
    private final CommandSucceededEvent succeeded =
            new CommandSucceededEvent(null, 1, 1, connection, "shop", "find", new BsonDocument(), 1);

    @Test
    void nothingIsAllocated() {
        CommandSpans spans = new CommandSpans(true);
        allocatedBy(spans);

        // A few bytes a thousand calls, not a call, are what the measurement itself may cost.
        assertThat(allocatedBy(spans)).isLessThan(CALLS);
    }

    private long allocatedBy(CommandSpans spans) {
        return AllocatedBytes.of(CALLS, () -> {
            spans.commandStarted(started);
            spans.commandSucceeded(succeeded);
        });
    }
}
