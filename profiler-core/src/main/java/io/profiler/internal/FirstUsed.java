// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is worked out of keys, mostly the same few: kept for the first of them, and worked out each time for those beyond a
 * bound. Thread-safe, and without a lock for what is kept.
 *
 * @param <K> the keys
 * @param <V> what is worked out, always the same of a key
 */
public final class FirstUsed<K, V> {

    private final int most;
    private final Function<K, V> maker;
    private final Map<K, V> values = new ConcurrentHashMap<>();

    /**
     * @param most of how many keys it is kept
     * @param maker works it out
     */
    public FirstUsed(int most, Function<K, V> maker) {
        this.most = most;
        this.maker = maker;
    }

    /**
     * What is worked out of a key.
     *
     * @param key any; kept, so no larger than what may be kept
     * @return made if need be
     */
    public V of(K key) {
        V known = values.get(key);
        return known == null ? make(key) : known;
    }

    private V make(K key) {
        V made = maker.apply(key);
        if (values.size() < most) {
            values.putIfAbsent(key, made);
        }
        return made;
    }
}
