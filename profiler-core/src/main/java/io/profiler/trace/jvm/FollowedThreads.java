// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who wants to know of which thread's calls: so many at the most, as some requests never end. Thread-safe. */
final class FollowedThreads {

    private static final int MOST_THREADS = 10_000;
    private static final int MOST_OF_A_THREAD = 64;

    private final Map<Long, List<MethodCalls.Listener>> listeners = new ConcurrentHashMap<>();

    /** Whether there was room for it. */
    boolean add(long threadId, MethodCalls.Listener listener) {
        if (listeners.size() >= MOST_THREADS) {
            return false;
        }
        listeners.compute(threadId, (id, present) -> with(listener, present));
        return true;
    }

    private static List<MethodCalls.Listener> with(
            MethodCalls.Listener listener, @Nullable List<MethodCalls.Listener> present) {
        List<MethodCalls.Listener> all = present == null ? new CopyOnWriteArrayList<>() : present;
        if (all.size() == MOST_OF_A_THREAD) {
            all.remove(0).overlooked();
        }
        all.add(listener);
        return all;
    }

    void remove(long threadId, MethodCalls.Listener listener) {
        listeners.computeIfPresent(threadId, (id, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
        });
    }

    boolean contain(long threadId) {
        return listeners.containsKey(threadId);
    }

    void tell(MethodCall call) {
        List<MethodCalls.Listener> present = listeners.get(call.threadId());
        if (present != null) {
            present.forEach(listener -> listener.called(call));
        }
    }

    void clear() {
        listeners.clear();
    }
}
