// SPDX-License-Identifier: Apache-2.0
/** What the real OSprofiler wrote, read and answered. */
@NullMarked
package io.profiler.recordings;

import org.jspecify.annotations.NullMarked;
