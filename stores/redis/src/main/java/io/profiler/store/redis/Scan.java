// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
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
        ScanOptions options = ScanOptions.scanOptions()
                .match(OsprofilerKeys.beginningWith(prefix))
                .count(COUNT)
                .type(type)
                .build();
        List<String> page = new ArrayList<>(COUNT);
        try (Cursor<String> cursor = redis.scan(options)) {
            while (cursor.hasNext()) {
                page.add(cursor.next());
                if (page.size() == COUNT) {
                    reader.accept(List.copyOf(page));
                    page.clear();
                }
            }
        }
        if (!page.isEmpty()) {
            reader.accept(List.copyOf(page));
        }
    }
}
