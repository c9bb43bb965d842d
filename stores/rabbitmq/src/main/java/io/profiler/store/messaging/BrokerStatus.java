// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.profiler.store.StoreStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a broker tells of itself and of the queue. */
final class BrokerStatus {

    private BrokerStatus() {}

    static StoreStatus read(Channel channel, OsloQueue queue) throws IOException {
        queue.declare(channel);
        long waiting = channel.messageCount(OsloQueue.NAME);
        Map<String, Object> server = channel.getConnection().getServerProperties();
        return new StoreStatus(
                server.get("product") + " " + server.get("version"),
                null,
                waiting,
                null,
                List.of(),
                null,
                waiting == 0 || Returns.areLimited(channel, queue) ? null : format(channel));
    }

    /** The first message goes back to its place when the channel is closed. */
    private static @Nullable String format(Channel channel) throws IOException {
        GetResponse first = channel.basicGet(OsloQueue.NAME, false);
        return first == null
                ? null
                : "the first message has oslo.messaging's format " + Notification.format(first.getBody())
                        + "; messages do not tell more of their writer";
    }
}
