// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The virtual threads that go on in a trace, as long as they are there. Thread-safe. */
final class Heirs {

    private final Queue<WeakReference<Heir>> all = new ConcurrentLinkedQueue<>();

    void add(Heir heir) {
        all.add(new WeakReference<>(heir));
    }

    /** They go on no more, and hold on to nothing of the trace. */
    void letGo() {
        for (WeakReference<Heir> next = all.poll(); next != null; next = all.poll()) {
            Heir heir = next.get();
            if (heir != null) {
                heir.letGo();
            }
        }
    }
}
