// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

/** A queue in the catalogue. */
public record Queue(String name, QueueMetadata metadata) {}
