// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisFuture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads the values at the heads of lists: those of usual length together, and each longer one by itself. */
final class ListHeads {

    private static final int USUAL_BYTES = 16 << 10;

    private ListHeads() {}

    /** In any order; nothing for keys that hold something else, or nothing. */
    static void read(StringRedisTemplate redis, List<byte[]> keys, Consumer<String> reader) {
        List<String> usual = new ArrayList<>(keys.size());
        List<byte[]> longer = new ArrayList<>();
        DriverCommands.with(redis, server -> {
            List<RedisFuture<Long>> answers = new ArrayList<>(keys.size());
            for (byte[] key : keys) {
                answers.add(server.lrange(value -> sort(value, key, usual, longer), key, 0, 0));
            }
            answers.forEach(answer -> DriverCommands.answer(redis, answer, 0L));
            return true;
        });
        usual.forEach(reader);
        longer.forEach(key -> alone(redis, key).forEach(reader));
    }

    private static void sort(byte[] value, byte[] key, List<String> usual, List<byte[]> longer) {
        if (value.length <= USUAL_BYTES) {
            usual.add(new String(value, StandardCharsets.UTF_8));
        } else {
            longer.add(key);
        }
    }

    private static List<String> alone(StringRedisTemplate redis, byte[] key) {
        ArrivingValues head = new ArrivingValues();
        DriverCommands.with(redis, server -> DriverCommands.answer(redis, server.lrange(head, key, 0, 0), 0L));
        return head.kept();
    }
}
