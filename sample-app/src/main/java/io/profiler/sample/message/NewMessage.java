// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.JsonText;

/**
 * A message to be posted.
 *
 * @param delaySeconds how long it stays hidden in a queue that delays
 */
public record NewMessage(long ttlSeconds, long delaySeconds, JsonText body) {}
