// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import java.io.IOException;
import one.profiler.AsyncProfiler;
import one.profiler.Counter;

/** The present thread as async-profiler sees it, by signals from the operating system, from when it is made until it is stopped. */
final class AsyncProfiling {

    private final AsyncProfiler profiler = AsyncProfiler.getInstance();

    /**
     * @param event by whose time it is told when to look, as in {@code wall}
     */
    AsyncProfiling(String event, int everyMillis) throws IOException {
        profiler.execute("start,event=" + event + ",interval=" + everyMillis + "ms,filter");
        profiler.addThread(Thread.currentThread());
    }

    /** Stops, and tells what it saw of known work. */
    MethodCounts stop() {
        profiler.stop();
        MethodCounts counts = new MethodCounts();
        profiler.dumpCollapsed(Counter.SAMPLES).lines().forEach(line -> add(line, counts));
        return counts;
    }

    /** A stack, the outermost call first, and how often it was seen: {@code a/A.a;b/B.b 3}. */
    private static void add(String line, MethodCounts counts) {
        int end = line.lastIndexOf(' ');
        String[] calls = line.substring(0, end).replace('/', '.').split(";", -1);
        for (int i = calls.length - 1; i >= 0; i--) {
            if (MethodCounts.isOfWork(calls[i])) {
                counts.add(calls[i], Long.parseLong(line.substring(end + 1)));
                return;
            }
        }
    }
}
