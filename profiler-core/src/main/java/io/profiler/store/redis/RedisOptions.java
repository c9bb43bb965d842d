// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of a connection string, by the names of the reference's client and settings. */
final class RedisOptions {

    private static final Set<String> KNOWN = Set.of(
            "db", "socket_timeout", "socket_connect_timeout", "ssl_ca_certs", "ssl_cert_reqs", "sentinel_service_name");

    private final Map<String, String> values = new LinkedHashMap<>();

    private RedisOptions() {}

    /**
     * @throws IllegalArgumentException if one is unknown or cannot be read
     */
    static RedisOptions of(@Nullable String query) {
        RedisOptions options = new RedisOptions();
        if (query != null && !query.isEmpty()) {
            for (String option : query.split("&")) {
                options.put(option);
            }
        }
        options.check();
        return options;
    }

    private void put(String option) {
        String[] nameAndValue = option.split("=", 2);
        if (nameAndValue.length < 2 || !KNOWN.contains(nameAndValue[0])) {
            throw new IllegalArgumentException("it has an option that is none of "
                    + String.join(", ", KNOWN.stream().sorted().toList()));
        }
        values.put(nameAndValue[0], nameAndValue[1]);
    }

    private void check() {
        database();
        socketTimeout();
        connectTimeout();
        trustedCertificates();
        verifiesPeer();
    }

    int database() {
        return (int) number("db", 0);
    }

    @Nullable
    Duration socketTimeout() {
        return seconds("socket_timeout");
    }

    @Nullable
    Duration connectTimeout() {
        return seconds("socket_connect_timeout");
    }

    /** The reference's default. */
    String masterName() {
        return values.getOrDefault("sentinel_service_name", "mymaster");
    }

    /** A file of PEM certificates; null for those that Java trusts. */
    @Nullable
    Path trustedCertificates() {
        String file = values.get("ssl_ca_certs");
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException("its option ssl_ca_certs names a file that cannot be read");
        }
        return file == null ? null : Path.of(file);
    }

    boolean verifiesPeer() {
        String requirement = values.getOrDefault("ssl_cert_reqs", "required");
        if (!Set.of("required", "none").contains(requirement)) {
            throw new IllegalArgumentException("its option ssl_cert_reqs is neither required nor none");
        }
        return requirement.equals("required");
    }

    private @Nullable Duration seconds(String name) {
        double seconds = number(name, 0);
        return seconds == 0 ? null : Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    private double number(String name, double otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("its option " + name + " is not a number");
        }
        return Double.parseDouble(value);
    }
}
