// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of messages that were claimed in vain.
 *
 * @param queue where they go
 * @param maxClaims how often they can be claimed before
 * @param ttlSeconds how long they live there; null for as long as they would have anyway
 */
public record DeadLetterRule(
        QueueId queue, long maxClaims, @Nullable Long ttlSeconds) {}
