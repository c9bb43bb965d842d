// SPDX-License-Identifier: Apache-2.0
package io.profiler.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for servers of a test. */
public final class FreePort {

    private FreePort() {}

    /** A port of the loopback interface that nobody listens at. */
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
