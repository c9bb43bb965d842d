// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

/**
 * Threads of the profiler's, which outlive the request that happens to start them. They inherit none of its thread-locals, but
 * the class loader by which libraries find what belongs to them: newer JDKs hand down both or neither.
 */
public final class BackgroundThread {

    private BackgroundThread() {}

    /**
     * {@return a daemon that has not been started}
     *
     * @param task what it does
     * @param name how it is shown
     */
    public static Thread of(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.setDaemon(true);
        return thread;
    }
}
