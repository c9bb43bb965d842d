// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Keys that begin alike; the server looks at all it has, a thousand at a time, between other clients' commands. */
final class Scan {

    private static final int COUNT = 1_000;

    private Scan() {}

    static List<String> keys(StringRedisTemplate redis, String prefix, DataType type) {
        Set<String> keys = new LinkedHashSet<>();
        ScanOptions options = ScanOptions.scanOptions()
                .match(OsprofilerKeys.beginningWith(prefix))
                .count(COUNT)
                .type(type)
                .build();
        try (Cursor<String> cursor = redis.scan(options)) {
            cursor.forEachRemaining(keys::add);
        }
        return new ArrayList<>(keys);
    }
}
