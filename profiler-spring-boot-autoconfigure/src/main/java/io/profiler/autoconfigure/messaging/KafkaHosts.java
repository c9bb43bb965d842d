// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.DirectFieldAccessor;

/** The hosts that a producer first connects to, as they are written. Its factory may have been told others. */
final class KafkaHosts {

    private static final String SETTINGS_FIELD = "producerConfig";
    private static final String AFTER_PROTOCOL = "://";

    private KafkaHosts() {}

    /** None of a producer that somebody else stands in for: what it connects to is not known. */
    static List<String> of(Producer<?, ?> producer) {
        return producer instanceof KafkaProducer
                        && new DirectFieldAccessor(producer).getPropertyValue(SETTINGS_FIELD)
                                instanceof ProducerConfig settings
                ? settings.getList(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG).stream()
                        .map(KafkaHosts::host)
                        .toList()
                : List.of();
    }

    /** Of {@code host:port}, maybe with a protocol before it. */
    private static String host(String server) {
        int protocol = server.indexOf(AFTER_PROTOCOL);
        String address = protocol < 0 ? server : server.substring(protocol + AFTER_PROTOCOL.length());
        int port = address.lastIndexOf(':');
        return port < 0 ? address : address.substring(0, port);
    }
}
