// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.aop.ProfilerAopAutoConfiguration;
import io.profiler.autoconfigure.jdbc.ProfilerJdbcAutoConfiguration;
import io.profiler.export.PointCounts;
import io.profiler.export.TracePointExporter;
import io.profiler.propagation.TraceContext;
import io.profiler.store.OpenedStores;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** An application with the starter's own beans, one layer, and a store that forgets. */
final class ProfiledApplication implements AutoCloseable {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "profiler.enabled", "true",
            "profiler.hmac-keys", "benchmark",
            "profiler.trace-message-store", "true",
            "profiler.export.queue-capacity", "1000000",
            "profiler.export.queue-bytes", "1GB",
            "profiler.limits.spans-per-trace", String.valueOf(Integer.MAX_VALUE));

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    ProfiledApplication() {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("benchmark", PROPERTIES));
        context.registerBean(OpenedStores.class, () -> new OpenedStores(List.of(new NullStore())));
        context.registerBean(DataSource.class, SqlBenchmark::database);
        context.register(
                Layer.class,
                ProfilerAutoConfiguration.class,
                ProfilerAopAutoConfiguration.class,
                ProfilerJdbcAutoConfiguration.class);
        context.refresh();
    }

    Layer layer() {
        return context.getBean(Layer.class);
    }

    DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    ProfiledScope openTrace() {
        return context.getBean(Profiler.class).open(new TraceContext("base", "base", "benchmark"));
    }

    /** What is done below it is part of a request, as in an application, and none of its topmost spans. */
    Span startRequest() {
        return context.getBean(Profiler.class).start("wsgi", Map.of());
    }

    /** Waits until the writer has taken everything; nothing may have been dropped. */
    void drain() {
        TracePointExporter exporter = context.getBean(TracePointExporter.class);
        PointCounts counts = exporter.counts();
        while (counts.waiting() > 0) {
            LockSupport.parkNanos(50_000);
            counts = exporter.counts();
        }
        if (counts.dropped() > 0) {
            throw new IllegalStateException("dropped while measuring: " + counts);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
