// SPDX-License-Identifier: Apache-2.0
/** The application that is flooded, and whose store is away. */
package io.profiler.faults.app;
