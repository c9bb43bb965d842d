// SPDX-License-Identifier: Apache-2.0
/** Stores in containers that Spring Boot knows of Docker Compose and Testcontainers. */
@NullMarked
package io.profiler.autoconfigure.connection;

import org.jspecify.annotations.NullMarked;
