// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.claim;

import org.jspecify.annotations.Nullable;

/** How many entries a client asks for. */
record LimitQuery(@Nullable Integer limit) {}
