// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The virtual threads that go on in a trace, as long as they are there. Thread-safe. */
final class Heirs {

    /** Of all traces: those that are no more, and are forgotten by whoever has another one next. */
    private static final ReferenceQueue<Heir> GONE = new ReferenceQueue<>();

    private final Set<Known> all = ConcurrentHashMap.newKeySet();

    private static final class Known extends WeakReference<Heir> {

        private final Set<Known> all;

        Known(Heir heir, Set<Known> all) {
            super(heir, GONE);
            this.all = all;
        }

        void forget() {
            all.remove(this);
        }
    }

    void add(Heir heir) {
        for (Reference<? extends Heir> next = GONE.poll(); next != null; next = GONE.poll()) {
            ((Known) next).forget();
        }
        all.add(new Known(heir, all));
    }

    int size() {
        return all.size();
    }

    /** They go on no more, and hold on to nothing of the trace. */
    void letGo() {
        for (Known next : all) {
            Heir heir = next.get();
            if (heir != null) {
                heir.letGo();
            }
        }
        all.clear();
    }
}
