// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import com.rabbitmq.client.Address;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory;
import org.springframework.beans.DirectFieldAccessor;

/** The hosts that RabbitMQ's client may connect to, as they are written: those of all connection factories that share it. */
final class RabbitHosts implements Supplier<List<String>> {

    private static final String ADDRESSES_FIELD = "addresses";
    private static final String RESOLVER_FIELD = "addressResolver";

    private final List<AbstractConnectionFactory> users = new CopyOnWriteArrayList<>();

    void add(AbstractConnectionFactory user) {
        users.add(user);
    }

    /** None where only a resolver knows them. */
    @Override
    public List<String> get() {
        return users.stream().anyMatch(RabbitHosts::isResolved)
                ? List.of()
                : users.stream().flatMap(RabbitHosts::written).toList();
    }

    private static boolean isResolved(AbstractConnectionFactory user) {
        return new DirectFieldAccessor(user).getPropertyValue(RESOLVER_FIELD) != null;
    }

    /** Those of a list, if there is one, which no getter tells. */
    private static Stream<String> written(AbstractConnectionFactory user) {
        Object addresses = new DirectFieldAccessor(user).getPropertyValue(ADDRESSES_FIELD);
        return addresses instanceof Collection<?> several && !several.isEmpty()
                ? several.stream().map(Address.class::cast).map(Address::getHost)
                : Stream.of(user.getHost());
    }
}
