// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.trace.Span;
import java.util.Map;

/**
 * A message that is being sent.
 *
 * @param span around it; none if an observation is that already
 * @param headers what the message carries besides its own
 */
record Sending(Span span, Map<String, String> headers) {}
