// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.admission.Admission;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.export.TracePointExporter;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.trace.flight.FlightRecorder;
import io.profiler.trace.flight.Keeping;
import io.profiler.trace.watch.KeptPerMinute;
import io.profiler.trace.watch.Watchdog;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Meters of the profiler, for whatever registries the application has.
 *
 * @since 0.1
 */
@AutoConfiguration(
        after = ProfilerAutoConfiguration.class,
        afterName = "io.profiler.autoconfigure.servlet.ProfilerServletAutoConfiguration")
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBooleanProperty("profiler.enabled")
public final class ProfilerMetricsAutoConfiguration {

    @Bean("io.profiler.pointMetrics")
    @ConditionalOnBean(TracePointExporter.class)
    PointMetrics profilerPointMetrics(TracePointExporter exporter) {
        return new PointMetrics(exporter);
    }

    @Bean("io.profiler.admissionMetrics")
    @ConditionalOnBean(Admission.class)
    AdmissionMetrics profilerAdmissionMetrics(Admission admission) {
        return new AdmissionMetrics(admission);
    }

    @Bean("io.profiler.slowRequestMetrics")
    @ConditionalOnBean(Watchdog.class)
    SlowRequestMetrics profilerSlowRequestMetrics(Watchdog watchdog, KeptPerMinute perMinute) {
        return new SlowRequestMetrics(watchdog, perMinute);
    }

    @Bean("io.profiler.flightRecorderMetrics")
    @ConditionalOnBean(FlightRecorder.class)
    FlightRecorderMetrics profilerFlightRecorderMetrics(FlightRecorder recorder, Keeping keeping) {
        return new FlightRecorderMetrics(recorder, keeping);
    }

    @Bean("io.profiler.headerMetrics")
    @ConditionalOnBean(HeaderVerifier.class)
    HeaderMetrics profilerHeaderMetrics(HeaderVerifier verifier) {
        return new HeaderMetrics(verifier);
    }
}
