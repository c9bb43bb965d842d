// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

/** The present thread, as far as Java 17 has no words for it. */
public final class CurrentThread {

    private static final String VIRTUAL = "java.lang.VirtualThread";

    private CurrentThread() {}

    /**
     * Whether it is a virtual one.
     *
     * @return false before Java 21
     */
    public static boolean isVirtual() {
        return Thread.currentThread().getClass().getName().equals(VIRTUAL);
    }
}
