// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import org.jspecify.annotations.Nullable;

/**
 * Which messages to claim.
 *
 * @param limit how many messages to claim at most
 * @param includeDelayed whether to claim messages whose delay is not over
 * @param deadLetters where messages go instead that were claimed too often; null if there is no such limit
 */
public record ClaimSelection(
        int limit, boolean includeDelayed, @Nullable DeadLetterRule deadLetters) {}
