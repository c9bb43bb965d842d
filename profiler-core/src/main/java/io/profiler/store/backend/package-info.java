// SPDX-License-Identifier: Apache-2.0
/** What stores share, for whoever writes one: how lists are answered, points written as JSON, failures put into words. */
@NullMarked
package io.profiler.store.backend;

import org.jspecify.annotations.NullMarked;
