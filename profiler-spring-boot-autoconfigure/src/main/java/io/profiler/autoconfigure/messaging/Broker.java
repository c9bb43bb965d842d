// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.autoconfigure.Signature;
import io.profiler.trace.TracePosition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where messages are sent to. They are signed if each of its hosts is of the house. */
final class Broker {

    private static final Logger logger = LoggerFactory.getLogger(Broker.class);

    private final String beanName;
    private final Supplier<List<String>> hosts;
    private final Supplier<Signature> signature;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param beanName of what sends to it
     * @param hosts as they are written in its settings
     */
    Broker(String beanName, Supplier<List<String>> hosts, Supplier<Signature> signature) {
        this.beanName = beanName;
        this.hosts = hosts;
        this.signature = signature;
    }

    /** Whether what is sent to it may carry what is signed. */
    boolean isOfHouse() {
        return signature.get().mayGoTo(hosts.get());
    }

    /** The headers of a message that is sent from a place in the trace; empty if it may have none. */
    Map<String, String> headers(TracePosition position) {
        if (isOfHouse()) {
            return Signature.at(position);
        }
        if (told.compareAndSet(false, true)) {
            logger.debug(
                    "What '{}' sends carries no trace, because {} is not of the house (profiler.propagation.hosts)",
                    beanName,
                    hosts.get());
        }
        return Map.of();
    }
}
