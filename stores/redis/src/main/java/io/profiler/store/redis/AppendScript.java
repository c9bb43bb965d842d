// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** {@code append.lua}; it gives back the ids of traces whose keys hold something else. */
final class AppendScript {

    private static final RedisScript<?> SCRIPT =
            RedisScript.of(new ClassPathResource("append.lua", AppendScript.class), List.class);

    private AppendScript() {}

    /** Calls the script that the server keeps; one that does not know it answers NOSCRIPT. */
    static RedisFuture<List<byte[]>> call(RedisScriptingAsyncCommands<byte[], byte[]> server, AppendCall call) {
        return server.evalsha(SCRIPT.getSha1(), ScriptOutputType.MULTI, call.keys(), call.arguments());
    }

    /** Sends the script with the call. */
    static RedisFuture<List<byte[]>> callWithText(RedisScriptingAsyncCommands<byte[], byte[]> server, AppendCall call) {
        return server.eval(SCRIPT.getScriptAsString(), ScriptOutputType.MULTI, call.keys(), call.arguments());
    }
}
