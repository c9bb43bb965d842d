// SPDX-License-Identifier: Apache-2.0
/** The Actuator endpoint with the stored traces, for people and programs. */
@NullMarked
package io.profiler.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
