// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import io.profiler.store.StoreInUseException;
import java.util.Map;

/** Whether messages may be looked at and put back to their places: RabbitMQ counts how often one of a quorum queue was. */
final class Returns {

    private static final String COUNTING_PRODUCT = "RabbitMQ";
    private static final int FIRST_THAT_LIMITS = 4;
    private static final int LONGEST_NUMBER = 9;

    private Returns() {}

    /** Whether a message is dropped that was put back too often. */
    static boolean areLimited(Channel channel, OsloQueue queue) {
        Map<String, Object> server = channel.getConnection().getServerProperties();
        return queue.isQuorum()
                && COUNTING_PRODUCT.equals(String.valueOf(server.get("product")))
                && majorVersion(String.valueOf(server.get("version"))) >= FIRST_THAT_LIMITS;
    }

    private static int majorVersion(String version) {
        String major = version.split("\\.", 2)[0];
        boolean isNumber = major.matches("[0-9]{1," + LONGEST_NUMBER + "}");
        return isNumber ? Integer.parseInt(major) : FIRST_THAT_LIMITS;
    }

    /**
     * To be called before anything is consumed that is not to be taken.
     *
     * @throws StoreInUseException if it might be lost by that
     */
    static void requireUnlimited(Channel channel, OsloQueue queue, Broker broker) {
        if (areLimited(channel, queue)) {
            throw new StoreInUseException(
                    broker + " gives no traces back: RabbitMQ 4 drops messages of a quorum queue that were looked at 20"
                            + " times; let a collector take them to a store, and read that",
                    new UnsupportedOperationException("a quorum queue of RabbitMQ 4"));
        }
    }
}
