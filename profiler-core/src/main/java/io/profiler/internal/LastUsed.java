// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Something for each of those keys that were used last; what is kept for others is forgotten and begins anew, so that it is
 * bounded, whatever keys there are. Thread-safe.
 *
 * @param <K> the keys
 * @param <V> what is kept for each
 */
public final class LastUsed<K, V> {

    private final int most;
    private final Function<K, V> maker;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    };

    /**
     * @param most how many are kept
     * @param maker makes what is not there
     */
    public LastUsed(int most, Function<K, V> maker) {
        this.most = most;
        this.maker = maker;
    }

    /**
     * What is kept for a key, which is the last used one from now on.
     *
     * @param key any
     * @return made if need be
     */
    public synchronized V of(K key) {
        return values.computeIfAbsent(key, maker);
    }
}
