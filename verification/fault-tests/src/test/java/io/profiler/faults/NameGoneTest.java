// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.servers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The name of the store's host leads nowhere for a while, and no connection is left; the server is there all the time. */
class NameGoneTest {

    private static final String HOST = "traces.example";
    private static final String URL = "jdbc:h2:tcp://%s:%d/./traces;USER=sa";

    @TempDir
    Path folder;

    private Path names;
    private Server server;

    @BeforeEach
    void start() throws SQLException {
        names = folder.resolve("names");
        server = Server.createTcpServer(
                        "-tcpPort", Integer.toString(FreePort.any()), "-baseDir", folder.toString(), "-ifNotExists")
                .start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void nobodyFailsAndEveryPointIsAccountedFor() {
        name(HOST);
        try (SlowWay way = new SlowWay(server.getPort());
                ShopProcess shop = shop(way)) {
            Fault fault = new Fault("name gone", () -> takeNameAway(way), () -> giveNameBack(shop));
            List<String> traces = fault.underLoad(shop);
            new StoredTraces(URL.formatted("127.0.0.1", server.getPort())).assertWhole(traces);
        }
    }

    private void takeNameAway(SlowWay way) {
        name("another.example");
        way.cut();
    }

    /** All that was recorded since it was taken away waits, but for the last requests, which are about to end. */
    private void giveNameBack(ShopProcess shop) {
        assertThat(shop.points("waiting")).isGreaterThan(90 * StoredTraces.POINTS_A_TRACE);
        name(HOST);
    }

    private void name(String host) {
        try {
            Files.writeString(names, "127.0.0.1 localhost " + host + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ShopProcess shop(SlowWay way) {
        return new ShopProcess(
                folder,
                List.of(
                        "-Xmx256m",
                        "-Djdk.net.hosts.file=" + names,
                        "-Dsun.net.inetaddr.ttl=0",
                        "-Dsun.net.inetaddr.negative.ttl=0"),
                "profiler.connection-string=" + URL.formatted(HOST, way.port()));
    }
}
