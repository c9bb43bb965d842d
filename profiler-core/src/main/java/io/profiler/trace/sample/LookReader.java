// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

/** Is told what was seen. */
@FunctionalInterface
public interface LookReader {

    /**
     * One look.
     *
     * @param key what the thread had come with
     * @param beforeNanos {@link System#nanoTime()} before it
     * @param afterNanos and after it: somewhere between them is what was seen
     * @param stack the calls
     * @param kind what the thread did
     */
    void look(Object key, long beforeNanos, long afterNanos, Stack stack, Kind kind);
}
