// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.Environment;
import io.profiler.store.ConnectionString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says where the broker is that messaging:// means, and how long to wait there. */
final class TransportUrlOption {

    /** The variable that oslo.config takes it from. */
    static final String VARIABLE = "OS_DEFAULT__TRANSPORT_URL";

    @Option(
            names = "--transport-url",
            paramLabel = "URL",
            description = {
                "Where RabbitMQ is (for messaging:// only), such as",
                "rabbit://USER:PASSWORD@HOST:5672/; by default the value of the environment variable",
                VARIABLE + ", which other users of the machine cannot see, else RabbitMQ on this host."
            })
    private @Nullable String given;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for more of a trace (for messaging:// only); by default 1.")
    private @Nullable Integer idleTimeoutSeconds;

    /** The place of the broker for messaging://, and every other connection string as it is. */
    ConnectionString inPlaceOf(ConnectionString connectionString, Environment environment) {
        if (!connectionString.scheme().equals("messaging")) {
            return connectionString;
        }
        String explicit = given == null ? environment.variable(VARIABLE) : given;
        return new ConnectionString(
                withIdleTimeout(explicit == null || explicit.isEmpty() ? connectionString.value() : explicit));
    }

    private String withIdleTimeout(String url) {
        if (idleTimeoutSeconds == null) {
            return url;
        }
        String separator = url.contains("?") ? "&" : url.contains("://") ? "?" : "://?";
        return url + separator + "idle_timeout=" + idleTimeoutSeconds;
    }
}
