// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.output.KeyValueStreamingChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a hash; one that is longer than any of ours is let go as it arrives. */
final class ArrivingFields implements KeyValueStreamingChannel<byte[], byte[]> {

    private final Map<String, String> fields = new HashMap<>();

    @Override
    public void onKeyValue(byte[] field, byte[] value) {
        if (field.length + value.length <= 2 * OsprofilerKeys.LONGEST_LISTED_BYTES) {
            fields.put(new String(field, StandardCharsets.UTF_8), new String(value, StandardCharsets.UTF_8));
        }
    }

    Map<String, String> fields() {
        return fields;
    }
}
