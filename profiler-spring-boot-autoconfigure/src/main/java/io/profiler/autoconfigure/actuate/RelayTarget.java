// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;

/** The application's own port, where the endpoints have another. */
final class RelayTarget {

    private static final String LOOPBACK = "127.0.0.1";

    private final Environment environment;

    RelayTarget(Environment environment) {
        this.environment = environment;
    }

    /** Whether there is such a port, and it speaks plain HTTP: nobody could tell whose certificate to expect. */
    boolean isThere() {
        return ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                && !new ServerEncryption(environment).isOfApplication();
    }

    URI origin() {
        return URI.create("http://" + host() + ':' + environment.getRequiredProperty("local.server.port"));
    }

    private String host() {
        String bound = environment.getProperty("server.address", LOOPBACK);
        try {
            InetAddress address = InetAddress.getByName(bound);
            return address.isAnyLocalAddress() ? LOOPBACK : literal(address);
        } catch (UnknownHostException unknown) {
            return LOOPBACK;
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? '[' + text + ']' : text;
    }
}
