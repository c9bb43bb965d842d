// SPDX-License-Identifier: Apache-2.0
/** {@code profiler collect}: from RabbitMQ into a store. */
@NullMarked
package io.profiler.cli.collect;

import org.jspecify.annotations.NullMarked;
