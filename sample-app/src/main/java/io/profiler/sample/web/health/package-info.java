// SPDX-License-Identifier: Apache-2.0
/** Whether the stores work, for administrators. */
@NullMarked
package io.profiler.sample.web.health;

import org.jspecify.annotations.NullMarked;
