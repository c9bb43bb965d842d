// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.KeyScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.StreamScanCursor;
import io.lettuce.core.output.KeyStreamingChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Keys that begin alike; the server looks at all it has, a few thousand at a time, between other clients' commands. */
final class Scan {

    private static final int COUNT = 5_000;

    private Scan() {}

    /** All keys, each once. */
    static List<String> keys(StringRedisTemplate redis, String prefix, DataType type) {
        Set<String> keys = new LinkedHashSet<>();
        pages(redis, prefix, type, keys::addAll);
        return new ArrayList<>(keys);
    }

    /** The same by the page; a key may be on several. */
    static void pages(StringRedisTemplate redis, String prefix, DataType type, Consumer<List<String>> reader) {
        KeyScanArgs arguments = new KeyScanArgs()
                .match(OsprofilerKeys.beginningWith(prefix))
                .limit(COUNT)
                .type(type.code());
        List<String> page = new ArrayList<>(COUNT);
        ScanCursor cursor = ScanCursor.INITIAL;
        while (!cursor.isFinished()) {
            cursor = next(redis, cursor, arguments, page);
            if (page.size() >= COUNT) {
                reader.accept(List.copyOf(page));
                page.clear();
            }
        }
        if (!page.isEmpty()) {
            reader.accept(List.copyOf(page));
        }
    }

    /** What is longer is let go as it arrives: it is of no trace in a list. */
    private static ScanCursor next(
            StringRedisTemplate redis, ScanCursor from, KeyScanArgs arguments, List<String> page) {
        KeyStreamingChannel<byte[]> arriving = key -> {
            if (key.length <= OsprofilerKeys.LONGEST_LISTED_BYTES) {
                page.add(new String(key, StandardCharsets.UTF_8));
            }
        };
        return DriverCommands.with(
                redis,
                server -> DriverCommands.answer(redis, server.scan(arriving, from, arguments), new StreamScanCursor()));
    }
}
