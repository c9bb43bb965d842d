// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Something to do on a channel of its own. */
@FunctionalInterface
interface ChannelAction<T> {

    T on(Channel channel) throws IOException, TimeoutException, InterruptedException;
}
