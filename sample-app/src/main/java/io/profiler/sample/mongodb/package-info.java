// SPDX-License-Identifier: Apache-2.0
/** The database that comes with the sample, so that nothing has to be installed. */
@NullMarked
package io.profiler.sample.mongodb;

import org.jspecify.annotations.NullMarked;
