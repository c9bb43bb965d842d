// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Calls of the script, of which Redis works on the first while the next are made. Not thread-safe. */
final class AppendPipeline implements AutoCloseable {

    private record Sent(AppendCall call, RedisFuture<List<byte[]>> refused) {}

    private final RedisScriptingAsyncCommands<byte[], byte[]> server;
    private final Duration timeout;
    private final Consumer<String> refusal;
    private final Queue<Sent> underway = new ArrayDeque<>();
    private long bytesUnderway;

    /**
     * @param timeout for each call
     * @param refusal is told the ids of traces whose keys hold something else
     */
    AppendPipeline(RedisScriptingAsyncCommands<byte[], byte[]> server, Duration timeout, Consumer<String> refusal) {
        this.server = server;
        this.timeout = timeout;
        this.refusal = refusal;
    }

    /** Waits for earlier calls only if what is on its way is large. */
    void send(AppendCall call) {
        underway.add(new Sent(call, AppendScript.call(server, call)));
        bytesUnderway += call.bytes();
        while (bytesUnderway >= AppendCall.LARGEST_BYTES) {
            settle(underway.remove());
        }
    }

    /** Waits for all calls. */
    void finish() {
        while (!underway.isEmpty()) {
            settle(underway.remove());
        }
    }

    private void settle(Sent sent) {
        AppendCall call = sent.call();
        bytesUnderway -= call.bytes();
        for (byte[] id : refused(sent)) {
            refusal.accept(new String(id, StandardCharsets.UTF_8));
        }
    }

    private List<byte[]> refused(Sent sent) {
        try {
            return answer(sent.refused());
        } catch (RedisNoScriptException unknown) {
            return answer(AppendScript.callWithText(server, sent.call()));
        }
    }

    private <T> T answer(RedisFuture<T> future) {
        try {
            return LettuceFutures.awaitOrCancel(future, timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RedisException known) {
            throw known;
        } catch (RuntimeException ofConnection) {
            throw new RedisException(ofConnection);
        }
    }

    /** After a fault: what nobody waits for any more need not be kept for the server. */
    @Override
    public void close() {
        underway.forEach(sent -> sent.refused().cancel(true));
    }
}
