// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.console.VisibleErrors;
import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs what commands usually do, on a store of its own and for nobody to see. The launcher has Java write down which classes
 * that takes, and makes an archive of them, with which commands start faster.
 */
final class Rehearsal {

    /** Where no server is, so that none is asked: most of a client's classes are needed to find that out. */
    private static final List<String> AWAY = List.of(
            "mongodb://127.0.0.1:1",
            "redis://127.0.0.1:1",
            "postgresql://127.0.0.1:1/none",
            "elasticsearch://127.0.0.1:1");

    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final String SPAN = "00000000-0000-4000-8000-000000000001";

    private Rehearsal() {}

    public static void main(String[] ignored) throws IOException {
        Path folder = Files.createTempDirectory("profiler");
        try {
            start();
            run("--help");
            run("--version");
            Stream.of("jdbc:h2:" + folder.resolve("h2"), "sqlite:///" + folder.resolve("sqlite"))
                    .forEach(Rehearsal::readFrom);
            AWAY.forEach(store -> run("trace", "list", "--connection-string", store));
            run("request", "http://127.0.0.1:1/", "--hmac-key", "123");
        } finally {
            delete(folder);
        }
    }

    /** What comes before the first command. */
    private static void start() {
        new VisibleErrors(OutputStream.nullOutputStream(), Environment.charsetOf("stderr")).close();
        new NoLogging();
    }

    private static void readFrom(String store) {
        try (OpenedStores stores = TraceStores.openAll(new ConnectionString(store), StoreOptions.defaults())) {
            stores.append(List.of(
                    point("wsgi-start", 1, Map.of("host", "h", "request", Map.of("method", "GET", "path", "/"))),
                    point("wsgi-stop", 2, Map.of("host", "h"))));
        }
        run("trace", "list", "--connection-string", store);
        run("trace", "show", ID, "--connection-string", store);
        run("trace", "show", ID, "--html", "--connection-string", store);
        run("trace", "stats", "--connection-string", store);
    }

    private static TracePoint point(String name, int second, Map<String, Object> info) {
        String timestamp = "2026-01-31T12:00:0%d.000000".formatted(second);
        return new TracePoint(name, ID, SPAN, ID, timestamp, info, "rehearsal", "rehearsal");
    }

    private static void run(String... arguments) {
        StandardOutput out = StandardOutput.to(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        Remarks remarks = new Remarks(OutputStream.nullOutputStream(), StandardCharsets.UTF_8, false);
        ProfilerCommand.run(Environment.ofThisProcess(), out, remarks, arguments);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
