// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.JsonText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in a queue.
 *
 * @param marker its place in the queue
 * @param claimCount how often it was claimed since it was last released
 * @param claimId the claim that holds it, or was the last to do so
 */
public record Message(
        String id,
        long marker,
        long ttlSeconds,
        Instant created,
        long ageSeconds,
        JsonText body,
        long claimCount,
        @Nullable String claimId) {}
