// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.benchmarks.MarkdownPage;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Stores a million trace points, and measures how long it takes to list their traces and to show a large one. With {@code
 * -DtableIn=FILE} the table in that file is replaced; {@code -Donly=NAME} measures one backend, and {@code
 * -Delasticsearch=HOST:PORT} Elasticsearch as well.
 */
public final class ReadingTimes {

    private static final int BATCHES = Integer.getInteger("batches", 1_000);
    private static final int LARGE_TRACE_SPANS = Integer.getInteger("spans", 10_000);
    private static final int TERMINAL = 21;
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int MOST_EXAMINED = 10_000;

    private static final String HEADING = """
            | backend | the newest 20 | the longest 20 of the latest 10,000 | all | 10,000 spans, as a page | anything new? |
            |---|---:|---:|---:|---:|---:|
            """;

    private ReadingTimes() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.ofSystemProperties();
        List<String> rows = new ArrayList<>();
        for (Backend backend : backends()) {
            if (settings.wants(backend)) {
                String row = row(backend);
                System.out.println(row);
                rows.add(row);
            }
        }
        MarkdownPage.replaceTable("reading", HEADING + rows.stream().collect(Collectors.joining("\n")));
        System.exit(0);
    }

    private static List<Backend> backends() {
        List<Backend> backends = new ArrayList<>(
                List.of(new Redis(), SqlDatabase.postgresql(), SqlDatabase.sqlite(), SqlDatabase.h2(), new MongoDb()));
        String elasticsearch = System.getProperty("elasticsearch");
        if (elasticsearch != null) {
            backends.add(new Elasticsearch(elasticsearch));
        }
        return backends;
    }

    private static String row(Backend backend) throws Exception {
        Path folder = Files.createTempDirectory("reading-times");
        try (Contestants contestants = backend.start(folder)) {
            String large = fill(contestants);
            return "| " + backend.label() + " | "
                    + times(contestants.store().asStore().orElseThrow(), large) + " |";
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String fill(Contestants contestants) {
        for (int batch = 0; batch < BATCHES; batch++) {
            contestants.append(SampleTraces.batch());
        }
        String baseId = UUID.randomUUID().toString();
        List<TracePoint> points = SampleTraces.trace(baseId, LARGE_TRACE_SPANS);
        for (int from = 0; from < points.size(); from += Settings.BATCH_SIZE) {
            contestants.append(points.subList(from, Math.min(points.size(), from + Settings.BATCH_SIZE)));
        }
        return baseId;
    }

    private static String times(TraceStore store, String large) {
        TraceQuery longest = new TraceQuery(
                false, null, null, null, null, TraceQuery.Order.DURATION, TERMINAL, false, MOST_EXAMINED);
        return String.join(
                " | ",
                median(() -> store.list(TraceQuery.newest(TERMINAL))),
                median(() -> store.list(longest)),
                median(() -> store.list(TraceQuery.all())),
                median(() -> show(store, large)),
                median(store::changeMark));
    }

    private static void show(TraceStore store, String baseId) {
        StringBuilder page = new StringBuilder();
        try {
            new HtmlReportRenderer().render(Report.of(store.read(baseId)), page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String median(Runnable work) {
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            work.run();
            seconds[round] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        double median = seconds[ROUNDS / 2];
        return median < 0.01
                ? String.format(Locale.ROOT, "%.1f ms", 1_000 * median)
                : String.format(Locale.ROOT, "%.2f s", median);
    }
}
