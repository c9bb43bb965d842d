// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that is not of the house: the same machine, by an address that does not say so. */
final class Foreigner implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Foreigner() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " "
                + exchange.getRequestHeaders().keySet().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-trace"))
                        .toList());
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write(new byte[] {'h', 'i'});
        exchange.close();
    }

    /** Each as its method and the names of the profiler's headers. */
    List<String> requests() {
        return requests;
    }

    /** As part of a query. */
    String url() {
        return "http://%5B::ffff:127.0.0.1%5D:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
