// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.output.KeyValueStreamingChannel;
import io.profiler.store.backend.RequestTimes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures of a trace. What is none of them, longer than any of ours, or of more requests than are remembered, is let go as
 * it arrives.
 */
final class ArrivingFields implements KeyValueStreamingChannel<byte[], byte[]> {

    /** A request has a start, a stop and a status. */
    static final int MOST_OF_REQUESTS = 3 * RequestTimes.MOST;

    private final Map<String, String> fields = new HashMap<>();
    private int ofRequests;

    @Override
    public void onKeyValue(byte[] field, byte[] value) {
        if (field.length + value.length <= 2 * OsprofilerKeys.LONGEST_LISTED_BYTES) {
            keepFigure(new String(field, StandardCharsets.UTF_8), value);
        }
    }

    private void keepFigure(String field, byte[] value) {
        boolean isOfRequest = TraceFigures.isOfRequest(field) && ofRequests < MOST_OF_REQUESTS;
        ofRequests += isOfRequest ? 1 : 0;
        if (isOfRequest || TraceFigures.isOfTrace(field)) {
            fields.put(field, new String(value, StandardCharsets.UTF_8));
        }
    }

    Map<String, String> fields() {
        return fields;
    }
}
