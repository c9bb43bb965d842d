// SPDX-License-Identifier: Apache-2.0
/** What every part of the queue service talks about. */
@NullMarked
package io.profiler.sample.model;

import org.jspecify.annotations.NullMarked;
