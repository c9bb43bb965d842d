// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.profiler.point.TracePoint;
import io.profiler.servers.AmqpBroker;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is wrong is said in one line, without the password. */
class MessagingRefusalTest {

    @RegisterExtension
    static final AmqpBroker broker = new AmqpBroker();

    @Test
    void aWrongPassword() {
        assertRefused("user:s3cr3t@127.0.0.1:" + broker.port(), "user or password is wrong");
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertRefused("user:s3cr3t@127.0.0.1:" + port, "nobody listens there");
    }

    @Test
    void whoListensSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertRefused("user:s3cr3t@127.0.0.1:" + silent.getLocalPort(), "did not answer in time");
        }
    }

    @Test
    void anUnknownVirtualHost() {
        assertRefused("guest:guest@127.0.0.1:" + broker.port() + "/nowhere", "nowhere");
    }

    @Test
    void anUnknownHost() {
        assertRefused("user:s3cr3t@no.such.host.invalid", "no.such.host.invalid");
    }

    @Test
    void anExchangeThatWasDeclaredOtherwise() {
        broker.onChannel(channel -> channel.exchangeDeclare("openstack", "fanout"));

        assertRefused("guest:guest@127.0.0.1:" + broker.port(), "openstack");
    }

    private static void assertRefused(String where, String reason) {
        StoreOptions options = new StoreOptions(false, null, Duration.ofSeconds(2));
        try (TraceStore store = TraceStores.open(new ConnectionString("rabbit://" + where), options)) {
            assertRefusal(catchThrowable(() -> store.append(List.of(point()))), reason);
            assertRefusal(catchThrowable(() -> store.read("base")), reason);
        }
    }

    private static void assertRefusal(Throwable refusal, String reason) {
        assertThat(refusal)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("rabbit://***@")
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny("s3cr3t", "guest", "\n");
    }

    private static TracePoint point() {
        return new TracePoint(
                "wsgi-start", "base", "span", "base", "2026-01-31T00:00:01.123456", Map.of("host", "h"), "p", "s");
    }
}
