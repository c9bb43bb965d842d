// SPDX-License-Identifier: Apache-2.0
/** Trace points as oslo.messaging notifications in RabbitMQ, to be read there or to be collected into another store. */
@NullMarked
package io.profiler.store.messaging;

import org.jspecify.annotations.NullMarked;
