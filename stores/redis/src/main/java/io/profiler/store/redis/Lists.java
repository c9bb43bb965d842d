// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Several lists in two round trips. */
final class Lists {

    private Lists() {}

    /**
     * The beginnings of lists; empty ones for keys that hold something else, or nothing.
     *
     * @param last index of the last element that is wanted, -1 for all
     */
    static List<List<String>> ofEach(StringRedisTemplate redis, String prefix, List<String> names, long last) {
        List<byte[]> keys = names.stream()
                .map(name -> (prefix + name).getBytes(StandardCharsets.UTF_8))
                .toList();
        List<Object> types = pipelined(
                redis, pipeline -> keys.forEach(key -> pipeline.keyCommands().type(key)));
        Iterator<Object> values = pipelined(redis, pipeline -> {
                    for (int i = 0; i < keys.size(); i++) {
                        if (types.get(i) == DataType.LIST) {
                            pipeline.listCommands().lRange(keys.get(i), 0, last);
                        }
                    }
                })
                .iterator();
        List<List<String>> lists = new ArrayList<>(names.size());
        types.forEach(type -> lists.add(type == DataType.LIST ? texts(values.next()) : List.of()));
        return lists;
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object list) {
        return (List<String>) list;
    }

    /** The result of the callback itself has to be null. */
    @SuppressWarnings("NullAway")
    static List<Object> pipelined(StringRedisTemplate redis, Consumer<RedisConnection> commands) {
        return redis.executePipelined((RedisCallback<@Nullable Object>) pipeline -> {
            commands.accept(pipeline);
            return null;
        });
    }
}
