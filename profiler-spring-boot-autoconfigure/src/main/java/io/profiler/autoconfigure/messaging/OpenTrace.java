// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.trace.TracePosition;

/**
 * A trace that is open for a message.
 *
 * @param top above all of it
 * @param end to be called when nothing is done for the message any more
 */
record OpenTrace(TracePosition top, Runnable end) {}
