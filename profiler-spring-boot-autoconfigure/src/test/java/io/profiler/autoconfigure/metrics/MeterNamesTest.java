// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.profiler.admission.Admission;
import io.profiler.admission.AdmissionLimits;
import io.profiler.export.ExportSettings;
import io.profiler.export.TracePointExporter;
import io.profiler.point.TracePoint;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceWriter;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.SampleSettings;
import io.profiler.trace.TraceLimits;
import io.profiler.trace.UnaskedTraces;
import io.profiler.trace.flight.FlightLimits;
import io.profiler.trace.flight.FlightRecorder;
import io.profiler.trace.flight.Keeping;
import io.profiler.trace.flight.KeepingRules;
import io.profiler.trace.watch.KeptPerMinute;
import io.profiler.trace.watch.Watchdog;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterNamesTest {

    /** Those of the collector are in another module. */
    private static final Pattern METER = Pattern.compile("\\bprofiler_(?!collector_)[a-z_]+\\b");

    @Test
    void prometheusShowsEachUnderTheNameThatTheDocsHave() {
        assertThat(scraped())
                .contains(
                        "\nprofiler_points_recorded_total ",
                        "\nprofiler_points_stored_total ",
                        "\nprofiler_points_waiting ",
                        "\nprofiler_points_dropped_total{",
                        "\nprofiler_requests_unprofiled_total{",
                        "\nprofiler_slow_kept_total ",
                        "\nprofiler_slow_missed_total{",
                        "\nprofiler_flight_recorder_recorded_total ",
                        "\nprofiler_flight_recorder_memory_bytes ",
                        "\nprofiler_flight_recorder_kept_total{",
                        "\nprofiler_flight_recorder_missed_total{",
                        "\nprofiler_headers_total{",
                        "\nprofiler_traces_forgotten_total ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void theFilesForPrometheusAndGrafanaAskForNoOthers(String file) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "monitoring", file));

        assertThat(METER.matcher(text).results().map(MatchResult::group))
                .hasSizeGreaterThan(3)
                .allMatch(name -> scraped().contains("\n" + name));
    }

    private static String scraped() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (TracePointExporter exporter = exporter()) {
            new PointMetrics(exporter).bindTo(registry);
            new AdmissionMetrics(new Admission(new AdmissionLimits(1, 1))).bindTo(registry);
            Watchdog watchdog = new Watchdog(Duration.ofSeconds(1), () -> null);
            new SlowRequestMetrics(watchdog, new KeptPerMinute(1)).bindTo(registry);
            FlightRecorder recorder = recorder(exporter);
            new FlightRecorderMetrics(recorder, new Keeping(recorder, new KeepingRules(null, 1, 1))).bindTo(registry);
            new HeaderMetrics(new HeaderVerifier(List.of("key"))).bindTo(registry);
            return registry.scrape();
        }
    }

    private static FlightRecorder recorder(TracePointSink sink) {
        UnaskedTraces traces = new UnaskedTraces(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                SampleSettings.NONE);
        return new FlightRecorder(traces, new FlightLimits(1, 1, 1));
    }

    @Test
    void storesWithOneNameHaveMetersEach() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        List<Twin> twins = List.of(new Twin(), new Twin());
        try (TracePointExporter exporter = new TracePointExporter(twins, ExportSettings.defaults())) {
            new PointMetrics(exporter).bindTo(registry);
        }

        assertThat(registry.get("profiler.points.waiting").gauges()).hasSize(2);
    }

    private static final class Twin implements TraceWriter {

        @Override
        public AppendResult append(List<TracePoint> points) {
            return AppendResult.allStored(points.size());
        }

        @Override
        public void close() {}

        @Override
        public String toString() {
            return "twin";
        }
    }

    @Test
    void aRegistryThatOutlivesTheApplicationDoesNotKeepItsExporter() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        WeakReference<TracePointExporter> exporter = boundAndForgotten(registry);

        await().untilAsserted(() -> {
            System.gc();
            assertThat(exporter.get()).isNull();
        });
        assertThat(registry.get("profiler.points.recorded").functionCounter().count())
                .isZero();
    }

    private static WeakReference<TracePointExporter> boundAndForgotten(SimpleMeterRegistry registry) {
        TracePointExporter exporter = exporter();
        new PointMetrics(exporter).bindTo(registry);
        exporter.close();
        return new WeakReference<>(exporter);
    }

    private static TracePointExporter exporter() {
        return new TracePointExporter(new InMemoryTraceStore(StoreOptions.defaults()), ExportSettings.defaults());
    }
}
