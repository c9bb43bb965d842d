// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the parts of connection strings that have forms of their own. No message holds any part of what could not be read,
 * because it may be of a password.
 *
 * @since 0.1
 */
public final class UrlParts {

    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9A-Fa-f:.%]+]|[\\p{L}\\p{N}._-]+)(?::(?<port>\\w+))?");
    private static final int LAST_PORT = 65535;

    /**
     * A server.
     *
     * @param name or address, an IPv6 address without brackets
     * @param port 1 to 65535
     * @since 0.1
     */
    public record Host(String name, int port) {}

    private UrlParts() {}

    /**
     * Reads {@code host[:port][,host…]}.
     *
     * @param text without credentials; IPv6 addresses in brackets
     * @param defaultPort port of hosts that name none
     * @return the servers, in that order; at least one
     * @throws IllegalArgumentException saying what is wrong
     */
    public static List<Host> hosts(String text, int defaultPort) {
        List<Host> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            hosts.add(host(host, defaultPort));
        }
        return hosts;
    }

    private static Host host(String text, int defaultPort) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw new IllegalArgumentException("a host or a port in it cannot be read");
        }
        String name = host.group("name");
        String port = host.group("port");
        return new Host(
                name.startsWith("[") ? name.substring(1, name.length() - 1) : name,
                port == null ? defaultPort : port(port));
    }

    /**
     * Reads the number of a port.
     *
     * @param text decimal digits
     * @return 1 to 65535
     * @throws IllegalArgumentException if there is no such port
     */
    public static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port in it is not between 1 and 65535");
        }
        return port;
    }

    /**
     * {@return what is percent-encoded, as UTF-8; a plus sign is itself}
     *
     * @param text encoded or not
     * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
     */
    public static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * {@return the value of the header {@code Authorization} for HTTP's basic authentication}
     *
     * @param credentials {@code user:password}, decoded
     */
    public static String basicAuthorization(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
