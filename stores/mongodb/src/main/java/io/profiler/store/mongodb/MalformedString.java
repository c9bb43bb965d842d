// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a connection string. The driver's messages quote the part that it could not read, which may be one
 * of a password; so only those that quote nothing are repeated.
 */
final class MalformedString {

    private static final List<String> QUOTES_NOTHING = List.of(
            "The connection string contains an invalid host and port. The port must be an integer between 0 and 65535.",
            "The connection string must contain at least one host",
            "The connection string contains an at-sign (@) without a user name",
            "No username is provided in the connection string",
            "Only one host allowed when using mongodb+srv protocol",
            "Host for when using mongodb+srv protocol can not contain a port",
            "srvMaxHosts can only be specified with mongodb+srv protocol",
            "srvServiceName can only be specified with mongodb+srv protocol",
            "Direct connections are not supported when using mongodb+srv protocol",
            "Direct connections are not supported when using multiple hosts",
            "directConnection=true can not be specified with loadBalanced=true",
            "replicaSet can not be specified with loadBalanced=true",
            "Only one host can be specified with loadBalanced=true",
            "Conflicting tls and ssl parameter values are not allowed",
            "authSource can not be an empty string",
            "username can not be null");

    /** The option's name is the driver's own, never a part of the string. */
    private static final Pattern NO_NUMBER = Pattern.compile(
            "The connection string contains an invalid value for '(\\w+)'\\. '.*' is not a valid (integer|long)",
            Pattern.DOTALL);

    static final String NO_ENVIRONMENT = "authMechanism=MONGODB-OIDC needs authMechanismProperties=ENVIRONMENT:…";
    static final String PROXY_PASSWORD =
            "its option proxyPassword is not used here, because the driver writes it into the log; take a proxy without one";
    private static final String NO_PORT = "The port contains non-digit characters";
    private static final String NO_MECHANISM = "The connection string contains an invalid authentication mechanism";

    private static final Pattern AT_SIGN_AFTER_HOSTS = Pattern.compile("[^/?#]*//[^/?#]*[/?#].*@.*", Pattern.DOTALL);
    private static final String NOT_ENCODED =
            "its user name or password is not percent-encoded, or what follows cannot be read";

    private MalformedString() {}

    /**
     * The driver would take the end of a password for the name of a database or of an option, and log it.
     *
     * @throws IllegalArgumentException if there is an at-sign where only a password with a character that should have been
     *     encoded can have it
     */
    static void requireEncoded(String value) {
        if (AT_SIGN_AFTER_HOSTS.matcher(value).matches()) {
            throw new IllegalArgumentException(NOT_ENCODED);
        }
    }

    /** The fault in one sentence that holds no part of the string. */
    static String fault(String value, @Nullable String driversMessage) {
        String message = driversMessage == null ? "" : driversMessage;
        Matcher noNumber = NO_NUMBER.matcher(message);
        if (noNumber.matches()) {
            return "its option " + noNumber.group(1) + " is not a number";
        }
        if (message.startsWith(NO_MECHANISM)) {
            return "its authMechanism is none that the driver knows";
        }
        if (QUOTES_NOTHING.contains(message)
                || Set.of(NO_ENVIRONMENT, PROXY_PASSWORD).contains(message)) {
            return message;
        }
        return otherwise(value, message);
    }

    /** What stands before an at-sign is the likeliest to hold a character that needs encoding. */
    private static String otherwise(String value, String message) {
        if (value.contains("@")) {
            return NOT_ENCODED;
        }
        return message.contains(NO_PORT) ? "a port is not a number" : "a host or an option in it cannot be read";
    }
}
