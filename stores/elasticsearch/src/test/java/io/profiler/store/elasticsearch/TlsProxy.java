// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.servers.SelfSigned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Speaks TLS in front of a server that does not, and keeps what its clients say. */
final class TlsProxy implements AutoCloseable {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final String server;
    private final ServerSocket socket;

    /**
     * @param server host and port
     */
    TlsProxy(SelfSigned identity, String server) throws IOException, GeneralSecurityException {
        this.server = server;
        this.socket = identity.serverSide()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            inBackground(() -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        URI address = URI.create("http://" + server);
        try (client;
                Socket behind = new Socket(address.getHost(), address.getPort())) {
            inBackground(() -> behind.getInputStream().transferTo(client.getOutputStream()));
            InputStream requests = client.getInputStream();
            OutputStream onwards = behind.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int length = requests.read(buffer); length >= 0; length = requests.read(buffer)) {
                said.write(buffer, 0, length);
                onwards.write(buffer, 0, length);
            }
        }
    }

    @FunctionalInterface
    private interface Transfer {

        void run() throws IOException;
    }

    /** A connection that ends is no fault of the proxy: its client notices. */
    private static void inBackground(Transfer transfer) {
        Thread thread = new Thread(
                () -> {
                    try {
                        transfer.run();
                    } catch (IOException ended) {
                        return;
                    }
                },
                "tls-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
