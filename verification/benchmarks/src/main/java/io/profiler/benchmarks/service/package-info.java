// SPDX-License-Identifier: Apache-2.0
/** The sample application beside the service whose API it serves, OpenStack's Zaqar. */
@NullMarked
package io.profiler.benchmarks.service;

import org.jspecify.annotations.NullMarked;
