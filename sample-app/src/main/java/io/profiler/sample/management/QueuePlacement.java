// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import java.util.Optional;

/** Decides which pool a new queue belongs to. */
interface QueuePlacement {

    /** The pool for a queue with the given metadata; empty if there are no pools by design. */
    Optional<String> poolFor(String project, QueueMetadata metadata);
}
