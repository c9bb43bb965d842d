// SPDX-License-Identifier: Apache-2.0
/** What the profiler tells Spring Boot's health endpoint. */
@NullMarked
package io.profiler.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
