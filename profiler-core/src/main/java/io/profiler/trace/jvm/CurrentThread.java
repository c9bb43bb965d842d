// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

/** The present thread, as far as Java 17 has no words for it. */
final class CurrentThread {

    private static final String VIRTUAL = "java.lang.VirtualThread";

    private CurrentThread() {}

    static boolean isVirtual() {
        return Thread.currentThread().getClass().getName().equals(VIRTUAL);
    }
}
