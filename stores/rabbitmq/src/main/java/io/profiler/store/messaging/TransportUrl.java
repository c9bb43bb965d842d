// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.backend.UrlParts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a broker is, by oslo.messaging's {@code rabbit://USER:PASSWORD@HOST:PORT,…/VIRTUAL_HOST?OPTIONS}; everything
 * has a default, so {@code messaging://} is one, too.
 *
 * @param addresses {@code HOST:PORT} of each server of the cluster
 * @param user user at the first of them, which oslo.messaging's hosts could have each of their own
 * @param password password of the user
 * @param virtualHost virtual host that the queue is in
 * @param tls whether to connect by TLS
 * @param options how the queue is declared
 * @param place where that is, without credentials
 */
record TransportUrl(
        List<String> addresses,
        String user,
        String password,
        String virtualHost,
        boolean tls,
        MessagingOptions options,
        String place) {

    /** No scheme that means TLS or another broker elsewhere, which would be taken for plain AMQP. */
    private static final Pattern URL = Pattern.compile(
            "(?:rabbit|messaging)(?:://(?<hosts>[^/?]*)(?:/(?<virtualHost>[^?]*))?(?:\\?(?<options>.*))?)?");

    private static final Pattern HOST =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+\\]|[\\p{L}\\p{N}._-]+)(?::(?<port>[0-9]+))?");
    private static final String GUEST = "guest";

    /**
     * @throws InvalidConnectionStringException if that is no transport URL
     */
    static TransportUrl of(ConnectionString connectionString) {
        Matcher url = URL.matcher(connectionString.value());
        if (!url.matches()) {
            throw malformed("is not of the form rabbit://USER:PASSWORD@HOST:PORT/VIRTUAL_HOST, with ?ssl=true for TLS");
        }
        if (group(url, "virtualHost").contains("@") || group(url, "options").contains("@")) {
            throw malformed("has an '@' after its hosts; '/', '?' and '#' in a user or a password are percent-encoded");
        }
        UrlOptions options = new UrlOptions(group(url, "options"));
        TransportUrl read = of(connectionString, group(url, "hosts"), decoded(group(url, "virtualHost")), options);
        options.tellOfUnknown();
        return read;
    }

    private static TransportUrl of(
            ConnectionString connectionString, String hosts, String virtualHost, UrlOptions options) {
        boolean tls = options.isOn("ssl");
        List<String> addresses = addresses(hosts, tls);
        String[] login = login(hosts.split(",", 2)[0]);
        return new TransportUrl(
                addresses,
                login[0],
                login[1],
                virtualHost.isEmpty() ? "/" : virtualHost,
                tls,
                options.messagingOptions(),
                hosts.isEmpty() ? "messaging://" + addresses.get(0) : connectionString.toString());
    }

    private static List<String> addresses(String hosts, boolean tls) {
        return Stream.of(hosts.split(",", -1))
                .map(host -> address(host.substring(host.lastIndexOf('@') + 1), !hosts.contains(","), tls))
                .toList();
    }

    /** Says nothing of what it found: without an '@' in the string, that may be the password. */
    private static String address(String text, boolean mayBeEmpty, boolean tls) {
        Matcher address = HOST.matcher(text.isEmpty() && mayBeEmpty ? "localhost" : text);
        if (!address.matches()) {
            throw malformed("has a host that is not HOST or HOST:PORT");
        }
        String port = group(address, "port");
        return address.group("host") + ":" + (port.isEmpty() ? tls ? "5671" : "5672" : checkedPort(port));
    }

    private static int checkedPort(String digits) {
        try {
            return UrlParts.port(digits);
        } catch (IllegalArgumentException outOfRange) {
            throw malformed("has a port that is not between 1 and 65535");
        }
    }

    private static String[] login(String firstHost) {
        int end = firstHost.lastIndexOf('@');
        String[] login = firstHost.substring(0, Math.max(0, end)).split(":", 2);
        return end < 0
                ? new String[] {GUEST, GUEST}
                : new String[] {decoded(login[0]), login.length == 2 ? decoded(login[1]) : ""};
    }

    private static String group(Matcher matcher, String name) {
        String found = matcher.group(name);
        return found == null ? "" : found;
    }

    static String decoded(String text) {
        try {
            return UrlParts.decoded(text);
        } catch (IllegalArgumentException incomplete) {
            throw malformed("has a '%' that is not followed by two hexadecimal digits");
        }
    }

    private static InvalidConnectionStringException malformed(String fault) {
        return new InvalidConnectionStringException("the transport URL " + fault);
    }

    @Override
    public String toString() {
        return place;
    }
}
