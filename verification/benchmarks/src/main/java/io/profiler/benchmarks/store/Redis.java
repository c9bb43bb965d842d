// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.profiler.benchmarks.server.ServerProcess;
import io.profiler.point.TracePoint;
import io.profiler.store.backend.TracePointJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.embedded.RedisServer;

/** A pipeline: of each trace its documents, the ids of its points, and its entry in the index of traces. */
record Redis() implements Backend {

    @Override
    public String label() {
        return "Redis";
    }

    @Override
    public Contestants start(Path folder) throws Exception {
        int port = ServerProcess.freePort();
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        String address = "redis://127.0.0.1:" + port;
        return new Contestants(Contestants.open(address), Client.connected(address), server::stop);
    }

    private record Trace(String baseId, byte[][] ids, byte[][] documents) {

        static Trace of(String baseId, List<TracePoint> points) {
            return new Trace(
                    baseId,
                    points.stream()
                            .map(point -> utf8(point.traceId() + ':' + point.name()))
                            .toArray(byte[][]::new),
                    points.stream().map(TracePointJson::bytes).toArray(byte[][]::new));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Client(RedisClient client, StatefulRedisConnection<byte[], byte[]> connection) implements RawClient {

        private static final Duration TIMEOUT = Duration.ofMinutes(1);
        private static final Duration REMEMBERED = Duration.ofDays(1);

        static Client connected(String address) {
            RedisClient client = RedisClient.create(address);
            StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE);
            connection.setAutoFlushCommands(false);
            return new Client(client, connection);
        }

        @Override
        public BulkInsert encoded(List<TracePoint> batch) {
            Map<String, List<TracePoint>> traces = batch.stream()
                    .collect(Collectors.groupingBy(TracePoint::baseId, LinkedHashMap::new, Collectors.toList()));
            List<Trace> encoded = traces.entrySet().stream()
                    .map(trace -> Trace.of(trace.getKey(), trace.getValue()))
                    .toList();
            return () -> insert(encoded);
        }

        private void insert(List<Trace> traces) {
            RedisAsyncCommands<byte[], byte[]> commands = connection.async();
            RedisFuture<?>[] answers =
                    traces.stream().flatMap(trace -> push(commands, trace)).toArray(RedisFuture<?>[]::new);
            connection.flushCommands();
            if (!LettuceFutures.awaitAll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS, answers)) {
                throw new IllegalStateException("Redis does not answer");
            }
        }

        private static Stream<RedisFuture<?>> push(RedisAsyncCommands<byte[], byte[]> commands, Trace trace) {
            byte[] ids = utf8("raw_ids:" + trace.baseId());
            return Stream.of(
                    commands.lpush(utf8("raw:" + trace.baseId()), trace.documents()),
                    commands.sadd(ids, trace.ids()),
                    commands.pexpire(ids, REMEMBERED),
                    commands.zadd(utf8("raw_active"), System.currentTimeMillis(), utf8(trace.baseId())));
        }

        @Override
        public void close() {
            client.shutdown();
        }
    }
}
