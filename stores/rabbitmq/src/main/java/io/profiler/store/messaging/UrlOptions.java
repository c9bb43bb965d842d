// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.store.InvalidConnectionStringException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands behind the question mark of a transport URL: some of oslo.messaging's options, by its names. */
final class UrlOptions {

    private static final Logger logger = LoggerFactory.getLogger(UrlOptions.class);

    private final Map<String, String> values = new HashMap<>();

    UrlOptions(String query) {
        for (String option : query.split("&")) {
            if (!option.isEmpty()) {
                String[] parts = option.split("=", 2);
                values.put(parts[0], parts.length == 2 ? TransportUrl.decoded(parts[1]) : "");
            }
        }
    }

    MessagingOptions messagingOptions() {
        return new MessagingOptions(
                isOn("amqp_durable_queues"),
                isOn("rabbit_quorum_queue"),
                seconds("idle_timeout", MessagingOptions.defaults().idleTimeout()));
    }

    boolean isOn(String name) {
        String value = values.getOrDefault(name, "false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true", "1", "yes", "on", "t", "y" -> true;
            case "false", "0", "no", "off", "f", "n" -> false;
            default -> throw invalid(name, "true or false");
        };
    }

    private Duration seconds(String name, Duration otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
            throw invalid(name, "a number of seconds");
        }
        return Duration.ofMillis((long) (Double.parseDouble(value) * 1_000));
    }

    private static InvalidConnectionStringException invalid(String name, String expected) {
        return new InvalidConnectionStringException("the transport URL's option '" + name + "' is not " + expected);
    }

    /** oslo.messaging has dozens of them, and takes them in the same place. */
    void tellOfUnknown() {
        values.keySet().stream()
                .filter(name -> !name.matches("amqp_durable_queues|rabbit_quorum_queue|ssl|idle_timeout"))
                .map(name -> name.matches("[A-Za-z]+(_[A-Za-z]+)*") ? "'" + name + "'" : "of another form")
                .forEach(name -> logger.warn("The transport URL's option {} is not known here and does nothing", name));
    }
}
