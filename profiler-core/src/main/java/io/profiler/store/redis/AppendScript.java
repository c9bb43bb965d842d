// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** {@code append.lua}, which the server keeps, and which is sent again to one that does not know it. */
final class AppendScript {

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final RedisScript<List<String>> SCRIPT =
            (RedisScript) RedisScript.of(new ClassPathResource("append.lua", AppendScript.class), List.class);

    private AppendScript() {}

    /** Appends, and gives back the ids of traces whose keys hold something else. */
    static List<String> run(StringRedisTemplate redis, AppendCall call) {
        List<String> refused = redis.execute(SCRIPT, call.keys(), call.arguments());
        return refused == null ? List.of() : refused;
    }
}
