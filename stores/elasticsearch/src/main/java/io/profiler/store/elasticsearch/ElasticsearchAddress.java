// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.backend.ServerAddress;
import io.profiler.store.backend.UrlParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection string says: {@code elasticsearch://[user:password@]host[:port][,host…][/prefix][?options]}.
 *
 * @param parts one node of the cluster, or several
 * @param trusted a file of PEM certificates; null for those that Java trusts
 */
record ElasticsearchAddress(
        ServerAddress parts,
        boolean tls,
        @Nullable Path trusted,
        @Nullable Duration requestTimeout) {

    private static final Set<String> OPTIONS = Set.of("api_key", "ca_certs", "request_timeout", "tls");

    /**
     * @throws InvalidConnectionStringException in one line that holds no part of the credentials
     */
    static ElasticsearchAddress of(ConnectionString connectionString) {
        try {
            ServerAddress parts = ServerAddress.of(connectionString, 9200, OPTIONS);
            return new ElasticsearchAddress(
                    parts,
                    connectionString.scheme().equals("elasticsearchs") || tls(parts),
                    parts.file("ca_certs"),
                    parts.seconds("request_timeout"));
        } catch (IllegalArgumentException fault) {
            throw new InvalidConnectionStringException(
                    "'" + connectionString + "' is not an Elasticsearch connection string: " + fault.getMessage());
        }
    }

    private static boolean tls(ServerAddress parts) {
        String tls = parts.options().getOrDefault("tls", "false");
        if (!Set.of("true", "false").contains(tls)) {
            throw new IllegalArgumentException("its option tls is neither true nor false");
        }
        return tls.equals("true");
    }

    /** Value of the header {@code Authorization}, null without credentials. */
    @Nullable
    String authorization() {
        String apiKey = parts.options().get("api_key");
        if (apiKey != null) {
            return "ApiKey " + apiKey;
        }
        String user = parts.user();
        String password = parts.password();
        return user == null ? null : UrlParts.basicAuthorization(user + ':' + (password == null ? "" : password));
    }
}
