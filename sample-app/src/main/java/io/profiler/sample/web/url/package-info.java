// SPDX-License-Identifier: Apache-2.0
/** The URLs of the API: its routes, the paths of its resources, and how lists are paged. */
@NullMarked
package io.profiler.sample.web.url;

import org.jspecify.annotations.NullMarked;
