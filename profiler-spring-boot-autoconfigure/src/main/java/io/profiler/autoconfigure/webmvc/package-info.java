// SPDX-License-Identifier: Apache-2.0
/** What Spring MVC does around a controller: reading and writing bodies, rendering views. */
@NullMarked
package io.profiler.autoconfigure.webmvc;

import org.jspecify.annotations.NullMarked;
