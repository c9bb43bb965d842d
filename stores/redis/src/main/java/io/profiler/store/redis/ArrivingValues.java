// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.output.ValueStreamingChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of an answer up to a number of bytes. What is beyond is let go as it arrives, so that an answer takes no more
 * memory than this and a value, whoever wrote them; the first is kept in any case.
 */
final class ArrivingValues implements ValueStreamingChannel<byte[]> {

    static final long MOST_BYTES = 4 << 20;

    private final List<byte[]> kept = new ArrayList<>();
    private long arrived;
    private long bytes;

    @Override
    public void onValue(byte[] value) {
        arrived++;
        bytes += value.length;
        if (kept.isEmpty() || bytes <= MOST_BYTES) {
            kept.add(value);
        }
    }

    /** How many came, kept or not. */
    long arrived() {
        return arrived;
    }

    boolean isWhole() {
        return kept.size() == arrived;
    }

    List<String> kept() {
        return kept.stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }
}
