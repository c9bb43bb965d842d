// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import org.jspecify.annotations.Nullable;

/**
 * Which messages of a queue to list.
 *
 * @param marker after which message to begin; null for the first
 * @param limit how many to list
 * @param hiddenClientId the client whose own messages are left out; null for none
 * @param includeClaimed whether to list claimed messages
 * @param includeDelayed whether to list messages whose delay is not over
 */
public record MessageFilter(
        @Nullable Long marker,
        int limit,
        @Nullable String hiddenClientId,
        boolean includeClaimed,
        boolean includeDelayed) {}
