// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running container, and the connection strings that there are for one.
 *
 * @param port where its service is reached from here
 * @param env the variables that it was started with, which make users and databases in it
 */
record StoreContainer(String host, int port, Map<String, String> env) {

    String mongodb() {
        return url(
                "mongodb",
                first("MONGO_INITDB_ROOT_USERNAME", "MONGODB_INITDB_ROOT_USERNAME"),
                first("MONGO_INITDB_ROOT_PASSWORD", "MONGODB_INITDB_ROOT_PASSWORD"));
    }

    String redis() {
        String password = env.get("REDIS_PASSWORD");
        return url("redis", password == null ? null : "default", password);
    }

    String postgresql() {
        String user = env.getOrDefault("POSTGRES_USER", "postgres");
        return url("postgresql", user, env.get("POSTGRES_PASSWORD")) + encoded(env.getOrDefault("POSTGRES_DB", user));
    }

    /**
     * @param owner what its variables begin with; MariaDB's images know MySQL's as well
     */
    String mysql(String owner) {
        String user = ofEither(owner, "_USER");
        String password = ofEither(owner, user == null ? "_ROOT_PASSWORD" : "_PASSWORD");
        String database = ofEither(owner, "_DATABASE");
        return url("mysql", user == null ? "root" : user, password) + encoded(database == null ? "" : database);
    }

    private @Nullable String ofEither(String owner, String variable) {
        return first(owner + variable, "MYSQL" + variable);
    }

    String rabbitmq() {
        String host = env.getOrDefault("RABBITMQ_DEFAULT_VHOST", "");
        return url(
                        "rabbit",
                        env.getOrDefault("RABBITMQ_DEFAULT_USER", "guest"),
                        env.getOrDefault("RABBITMQ_DEFAULT_PASS", "guest"))
                + encoded(host.equals("/") ? "" : host);
    }

    String elasticsearch() {
        String password = env.get("ELASTIC_PASSWORD");
        return url("elasticsearch", password == null ? null : "elastic", password);
    }

    String otlp() {
        return url("otlp", null, null);
    }

    private @Nullable String first(String variable, String otherwise) {
        return env.getOrDefault(variable, env.get(otherwise));
    }

    private String url(String scheme, @Nullable String user, @Nullable String password) {
        String secret = password == null ? "" : ":" + encoded(password);
        return scheme + "://" + (user == null ? "" : encoded(user) + secret + "@") + host + ":" + port + "/";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the variables, which hold passwords. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
