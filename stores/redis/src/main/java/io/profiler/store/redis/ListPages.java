// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads lists by pages that are bounded in values and in bytes. */
final class ListPages {

    private static final int FIRST_SIZE = 10;
    private static final int LARGEST_SIZE = 1_000;

    private ListPages() {}

    /**
     * Reads a part of a list, the newest first. What is pushed meanwhile moves the rest towards the end: it is counted from
     * there, and so stays where it is.
     *
     * @param from how far from the end it begins
     * @param to how far from the end it ends
     */
    static void read(StringRedisTemplate redis, String key, long from, long to, Consumer<List<String>> reader) {
        byte[] list = AppendCall.utf8(key);
        int size = FIRST_SIZE;
        for (long left = from; left > to; ) {
            long after = Math.max(to, left - size);
            ArrivingValues page = page(redis, list, left, after);
            List<String> kept = page.kept();
            reader.accept(kept);
            left = page.isWhole() ? after : left - kept.size();
            size = page.isWhole() ? Math.min(LARGEST_SIZE, 2 * size) : kept.size();
        }
    }

    private static ArrivingValues page(StringRedisTemplate redis, byte[] list, long left, long after) {
        ArrivingValues values = new ArrivingValues();
        DriverCommands.with(
                redis, server -> DriverCommands.answer(redis, server.lrange(values, list, -left, -after - 1), 0L));
        if (values.arrived() > left - after) {
            throw new RedisException("the connection was lost within an answer");
        }
        return values;
    }
}
