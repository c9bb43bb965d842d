// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.export.TracePointExporter;
import io.profiler.point.TracePointSink;
import org.springframework.context.SmartLifecycle;

/**
 * Stores what waits after the web server has served its last request, and before the beans that the store may need are
 * destroyed. An application that is stopped may be started again.
 */
final class ExporterLifecycle implements SmartLifecycle {

    private final TracePointSink sink;
    private volatile boolean running;

    ExporterLifecycle(TracePointSink sink) {
        this.sink = sink;
    }

    @Override
    public void start() {
        if (sink instanceof TracePointExporter exporter) {
            exporter.reopen();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (sink instanceof TracePointExporter exporter) {
            exporter.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
