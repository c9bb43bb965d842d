// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** The hosts that a producer first connects to, as they are written. Its factory may have been told others. */
final class KafkaHosts {

    private static final String SETTINGS_FIELD = "producerConfig";
    private static final String SUPPLIER_FIELD = "bootstrapServersSupplier";
    private static final String AFTER_PROTOCOL = "://";

    private KafkaHosts() {}

    /** None where it is not known what a producer connects to. */
    static List<String> of(Producer<?, ?> producer, ProducerFactory<?, ?> producers) {
        return servers(producer, producers).map(KafkaHosts::host).toList();
    }

    /** Of a producer that somebody else stands in for, what its factory was told, if that asks nobody else. */
    private static Stream<String> servers(Producer<?, ?> producer, ProducerFactory<?, ?> producers) {
        if (producer instanceof KafkaProducer) {
            return new DirectFieldAccessor(producer).getPropertyValue(SETTINGS_FIELD) instanceof ProducerConfig settings
                    ? settings.getList(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG).stream()
                    : Stream.empty();
        }
        return producers instanceof DefaultKafkaProducerFactory
                        && new DirectFieldAccessor(producers).getPropertyValue(SUPPLIER_FIELD) == null
                ? written(producers.getConfigurationProperties().get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG))
                : Stream.empty();
    }

    private static Stream<String> written(@Nullable Object servers) {
        return servers instanceof Collection<?> several
                ? several.stream().map(Object::toString)
                : Stream.ofNullable(servers)
                        .flatMap(text -> Stream.of(text.toString().split("\\s*,\\s*")));
    }

    /** Of {@code host:port}, maybe with a protocol before it. */
    private static String host(String server) {
        int protocol = server.indexOf(AFTER_PROTOCOL);
        String address = protocol < 0 ? server : server.substring(protocol + AFTER_PROTOCOL.length());
        int port = address.lastIndexOf(':');
        return port < 0 ? address : address.substring(0, port);
    }
}
