// SPDX-License-Identifier: Apache-2.0
/** Commands for MongoDB that are traced. */
@NullMarked
package io.profiler.autoconfigure.mongodb;

import org.jspecify.annotations.NullMarked;
