// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import java.util.List;

/** The threads that the profiler may have started. */
public final class Threads {

    private Threads() {}

    /** Names of living threads of the profiler or of a MongoDB client. */
    public static List<String> ofProfiler() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("profiler") || name.startsWith("cluster-"))
                .toList();
    }
}
