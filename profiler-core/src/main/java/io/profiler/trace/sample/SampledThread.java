// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import org.jspecify.annotations.Nullable;

/** A thread that works for a request, until it leaves it. */
public final class SampledThread {

    private final Looks looks;
    private final Object key;
    private volatile @Nullable Thread thread;

    SampledThread(Looks looks, Object key, Thread thread) {
        this.looks = looks;
        this.key = key;
        this.thread = thread;
    }

    Object key() {
        return key;
    }

    /** Null once it has left. */
    @Nullable
    Thread thread() {
        return thread;
    }

    /** Tells that the thread works for the request no more. */
    public void leave() {
        thread = null;
        looks.remove(this);
    }
}
