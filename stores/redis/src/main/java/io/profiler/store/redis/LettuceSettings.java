// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.profiler.store.backend.UrlParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;

/** An address as Spring Data Redis and Lettuce take it. */
final class LettuceSettings {

    /** Long enough for a server that is busy; one that is silent must not hold the writer, or the command, forever. */
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

    private final RedisAddress address;
    private final Duration connectTimeout;

    LettuceSettings(RedisAddress address, Duration connectTimeout) {
        this.address = address;
        this.connectTimeout = Objects.requireNonNullElse(address.connectTimeout(), connectTimeout);
    }

    RedisConfiguration server() {
        return address.kind() == RedisAddress.Kind.SENTINEL ? sentinels() : standalone();
    }

    private RedisStandaloneConfiguration standalone() {
        UrlParts.Host host = address.parts().hosts().get(0);
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration(host.name(), host.port());
        server.setDatabase(address.database());
        server.setUsername(address.parts().user());
        server.setPassword(RedisPassword.of(address.parts().password()));
        return server;
    }

    /** The credentials are the servers', as in the reference; sentinels are asked without. */
    private RedisSentinelConfiguration sentinels() {
        RedisSentinelConfiguration server = new RedisSentinelConfiguration().master(address.masterName());
        address.parts().hosts().forEach(host -> server.sentinel(host.name(), host.port()));
        server.setDatabase(address.database());
        server.setUsername(address.parts().user());
        server.setPassword(RedisPassword.of(address.parts().password()));
        return server;
    }

    /** How long to wait for an answer. */
    Duration commandTimeout() {
        return Objects.requireNonNullElse(address.socketTimeout(), COMMAND_TIMEOUT);
    }

    LettuceClientConfiguration client(ClientResources resources) {
        var client = LettuceClientConfiguration.builder()
                .clientName("profiler")
                .clientResources(resources)
                .clientOptions(clientOptions())
                .commandTimeout(commandTimeout())
                .shutdownQuietPeriod(Duration.ZERO)
                .shutdownTimeout(SHUTDOWN_TIMEOUT);
        if (address.kind() == RedisAddress.Kind.TLS) {
            var tls = client.useSsl();
            return address.verifiesPeer()
                    ? tls.build()
                    : tls.disablePeerVerification().build();
        }
        return client.build();
    }

    /** While there is no connection, a command fails at once: its batch waits in the queue, where it is counted. */
    private ClientOptions clientOptions() {
        return ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(connectTimeout).build())
                .sslOptions(sslOptions())
                .build();
    }

    private SslOptions sslOptions() {
        SslOptions.Builder tls = SslOptions.builder().jdkSslProvider().handshakeTimeout(connectTimeout);
        Path trusted = address.trusted();
        return trusted == null
                ? tls.build()
                : tls.trustManager(trusted.toFile()).build();
    }

    /** Threads of the profiler's own; a server that is back is found within a second. */
    static ClientResources resources() {
        return DefaultClientResources.builder()
                .reconnectDelay(() -> Delay.exponential(1, 1000, TimeUnit.MILLISECONDS, 2))
                .build();
    }
}
