// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.export.ExportSettings;
import io.profiler.export.SpoolSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How trace points get to the store.
 *
 * @param queueCapacity How many trace points may wait, of which one trace gets no more than a share. More are dropped
 *     and counted.
 * @param queueBytes How many bytes of texts in trace points may wait, such as messages and arguments, roughly. More are
 *     dropped and counted.
 * @param spool File for trace points that wait while the store is away, which also survives a crash. It is for this
 *     application alone. Without it they wait in memory.
 * @param spoolSize How large that file may get.
 * @param batchSize How many trace points are stored at once.
 * @param flushInterval How long a trace point of a request that still runs may wait.
 * @param shutdownTimeout How long shutting down may take to store what waits.
 * @param connectTimeout How long to wait for the store, unless the connection string says otherwise.
 * @since 0.1
 */
public record ExportProperties(
        @DefaultValue("100000") int queueCapacity,
        @DefaultValue("32MB") DataSize queueBytes,
        @Nullable String spool,
        @DefaultValue("256MB") DataSize spoolSize,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("1s") Duration flushInterval,
        @DefaultValue("5s") Duration shutdownTimeout,
        @DefaultValue("5s") Duration connectTimeout) {

    /** Room for the first chunk of a request, and for its end: with less, no trace would ever be whole. */
    private static final int SMALLEST_QUEUE = 17;

    /**
     * Checks what has a lower bound.
     *
     * @throws ProfilerConfigurationException if something is below it, naming the property
     */
    public ExportProperties {
        AtLeast.of("profiler.export.queue-capacity", SMALLEST_QUEUE, queueCapacity);
        AtLeast.oneMegabyte("profiler.export.queue-bytes", queueBytes);
        AtLeast.oneMegabyte("profiler.export.spool-size", spoolSize);
        AtLeast.of("profiler.export.batch-size", 1, batchSize);
        AtLeast.oneMillisecond("profiler.export.flush-interval", flushInterval);
        AtLeast.oneMillisecond("profiler.export.shutdown-timeout", shutdownTimeout);
        AtLeast.oneMillisecond("profiler.export.connect-timeout", connectTimeout);
    }

    ExportSettings settings() {
        return new ExportSettings(
                queueCapacity,
                queueBytes.toBytes(),
                batchSize,
                flushInterval,
                shutdownTimeout,
                ExportSettings.defaults().maxBackOff(),
                spool == null || spool.isBlank() ? null : new SpoolSettings(Path.of(spool), spoolSize.toBytes()));
    }
}
