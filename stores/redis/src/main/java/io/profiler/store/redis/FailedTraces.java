// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.backend.TracePointJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The last errors of failed traces, each under a key and in the shape of OSprofiler's. */
final class FailedTraces {

    private final Expiry expiry;

    FailedTraces(Expiry expiry) {
        this.expiry = expiry;
    }

    List<Object> record(StringRedisTemplate redis, Map<String, String> lastErrorAt) {
        return Pipeline.commands(
                redis, pipeline -> lastErrorAt.forEach((baseId, timestamp) -> put(pipeline, baseId, timestamp)));
    }

    private void put(RedisConnection pipeline, String baseId, String timestamp) {
        byte[] key = AppendCall.utf8(OsprofilerKeys.FAILED + baseId);
        byte[] document = AppendCall.utf8(TracePointJson.write(document(baseId, timestamp)));
        if (expiry.retentionMillis() == 0) {
            pipeline.stringCommands().set(key, document);
        } else {
            pipeline.stringCommands().pSetEx(key, expiry.retentionMillis(), document);
        }
    }

    private static Map<String, @Nullable Object> document(String baseId, String timestamp) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("base_id", baseId);
        document.put("timestamp", timestamp);
        return document;
    }
}
