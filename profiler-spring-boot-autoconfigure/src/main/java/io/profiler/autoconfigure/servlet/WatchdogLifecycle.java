// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.watch.Watchdog;
import org.springframework.context.SmartLifecycle;

/** Lets the watchdog run while the application does. An application that is stopped may be started again. */
final class WatchdogLifecycle implements SmartLifecycle {

    private final Watchdog watchdog;
    private volatile boolean running;

    WatchdogLifecycle(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public void start() {
        Guard.run(watchdog::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        watchdog.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }
}
