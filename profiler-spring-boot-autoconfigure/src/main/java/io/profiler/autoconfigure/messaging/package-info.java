// SPDX-License-Identifier: Apache-2.0
/** Messages of RabbitMQ and Kafka carry the trace from the one who sends them to the one who listens. */
@NullMarked
package io.profiler.autoconfigure.messaging;

import org.jspecify.annotations.NullMarked;
