// SPDX-License-Identifier: Apache-2.0
/** Servers that tests start. Their fields are set by JUnit's callbacks, which a check for null cannot follow. */
@NullUnmarked
package io.profiler.servers;

import org.jspecify.annotations.NullUnmarked;
