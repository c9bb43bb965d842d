// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import java.nio.file.Path;

/** Something that keeps trace points. */
interface Backend {

    String label();

    /**
     * Starts it, empty.
     *
     * @param folder for its files
     */
    Contestants start(Path folder) throws Exception;
}
