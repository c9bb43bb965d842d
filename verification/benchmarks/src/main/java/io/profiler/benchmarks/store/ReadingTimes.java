// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import com.sun.management.OperatingSystemMXBean;
import io.profiler.benchmarks.MarkdownPage;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
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

    /** A console shows fifty, and asks every two seconds; where nothing is new it is given its list once in ten times. */
    private static final int CONSOLE = 51;

    private static final double POLL_SECONDS = 2;
    private static final int POLLS_PER_LIST = 10;
    private static final int CONSOLE_ROUNDS = 3 * ROUNDS;

    private static final String HEADING = """
            | backend | the newest 20 | the longest 20 of the latest 10,000 | all | 10,000 spans, as a page | anything new? | a console, nothing new | always something new |
            |---|---:|---:|---:|---:|---:|---:|---:|
            """;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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
        TraceQuery longest = ofLatest(TraceQuery.Order.DURATION, TERMINAL);
        TraceQuery console = ofLatest(TraceQuery.Order.STARTED, CONSOLE);
        return String.join(
                " | ",
                median(() -> store.list(TraceQuery.newest(TERMINAL))),
                median(() -> store.list(longest)),
                median(() -> store.list(TraceQuery.all())),
                median(() -> show(store, large)),
                median(store::changeMark),
                coreShare(POLLS_PER_LIST, () -> openConsole(store, console, POLLS_PER_LIST)),
                coreShare(1, () -> openConsole(store, console, 1)));
    }

    private static TraceQuery ofLatest(TraceQuery.Order order, int limit) {
        return new TraceQuery(false, null, null, null, null, order, limit, false, MOST_EXAMINED, null);
    }

    private static void openConsole(TraceStore store, TraceQuery query, int polls) {
        for (int poll = 0; poll < polls; poll++) {
            store.changeMark();
        }
        store.list(query);
    }

    /** How much of a core this process is busy with something that it does once in so many polls. */
    private static String coreShare(int polls, Runnable work) {
        work.run();
        long begin = PROCESS.getProcessCpuTime();
        for (int round = 0; round < CONSOLE_ROUNDS; round++) {
            work.run();
        }
        double seconds = (PROCESS.getProcessCpuTime() - begin) / 1e9;
        return String.format(Locale.ROOT, "%.2f %%", 100 * seconds / (CONSOLE_ROUNDS * polls * POLL_SECONDS));
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
