// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.backend.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection string says, with options by the names of the reference's client and settings.
 *
 * @param parts the server, or the sentinels
 * @param trusted a file of PEM certificates; null for those that Java trusts
 */
record RedisAddress(
        Kind kind,
        ServerAddress parts,
        int database,
        String masterName,
        @Nullable Duration socketTimeout,
        @Nullable Duration connectTimeout,
        @Nullable Path trusted,
        boolean verifiesPeer) {

    enum Kind {
        PLAIN,
        TLS,
        SENTINEL
    }

    private static final Set<String> OPTIONS = Set.of(
            "db", "socket_timeout", "socket_connect_timeout", "ssl_ca_certs", "ssl_cert_reqs", "sentinel_service_name");

    /**
     * @throws InvalidConnectionStringException in one line that holds no part of user or password
     */
    static RedisAddress of(ConnectionString connectionString) {
        try {
            return of(kind(connectionString.scheme()), connectionString);
        } catch (IllegalArgumentException fault) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString + "' is not a Redis connection string: " + fault.getMessage());
        }
    }

    private static Kind kind(String scheme) {
        return switch (scheme) {
            case "rediss" -> Kind.TLS;
            case "redissentinel" -> Kind.SENTINEL;
            default -> Kind.PLAIN;
        };
    }

    private static RedisAddress of(Kind kind, ConnectionString connectionString) {
        ServerAddress parts = ServerAddress.of(connectionString, kind == Kind.SENTINEL ? 26379 : 6379, OPTIONS);
        if (parts.hosts().size() > 1 && kind != Kind.SENTINEL) {
            throw new IllegalArgumentException("it names several hosts, which only redissentinel:// may");
        }
        if (parts.user() != null && parts.password() == null) {
            throw new IllegalArgumentException(
                    "it has a user without a password; a password alone has a colon before it, redis://:password@host");
        }
        return new RedisAddress(
                kind,
                parts,
                database(parts),
                parts.options().getOrDefault("sentinel_service_name", "mymaster"),
                parts.seconds("socket_timeout"),
                parts.seconds("socket_connect_timeout"),
                parts.file("ssl_ca_certs"),
                verifiesPeer(parts));
    }

    private static int database(ServerAddress parts) {
        String number = parts.path().isEmpty() ? parts.options().getOrDefault("db", "0") : parts.path();
        if (!number.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("its database is not a number");
        }
        return Integer.parseInt(number);
    }

    private static boolean verifiesPeer(ServerAddress parts) {
        String requirement = parts.options().getOrDefault("ssl_cert_reqs", "required");
        if (!Set.of("required", "none").contains(requirement)) {
            throw new IllegalArgumentException("its option ssl_cert_reqs is neither required nor none");
        }
        return requirement.equals("required");
    }
}
