// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.profiler.sample.message.MessageCounts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a store works, and how each use of it went. */
record StorageHealthView(
        @JsonProperty("storage_reachable") boolean reachable,
        @JsonProperty("operation_status") Map<String, Operation> operations,
        @JsonProperty("message_volume") Volume volume) {

    static StorageHealthView of(Map<String, Operation> operations, MessageCounts counts) {
        boolean reachable = operations.values().stream().anyMatch(Operation::succeeded);
        return new StorageHealthView(
                reachable, operations, new Volume(counts.free(), counts.claimed(), counts.total()));
    }

    /**
     * How an operation went.
     *
     * @param ref under which the log tells more about a failure
     */
    record Operation(
            boolean succeeded, double seconds, @Nullable String ref) {}

    record Volume(long free, long claimed, long total) {}
}
