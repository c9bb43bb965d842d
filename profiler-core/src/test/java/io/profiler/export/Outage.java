// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application whose store is away, until somebody ends it: says when all of its points are in the file. */
final class Outage implements TraceWriter {

    /** Start and stop of each span, and a manifest. */
    static final int POINTS_OF_REQUEST = 2 * 8 + 1;

    static final int POINTS = 40 * POINTS_OF_REQUEST;

    @Override
    public AppendResult append(List<TracePoint> points) {
        throw new StoreUnavailableException("away", new IllegalStateException());
    }

    @Override
    public void close() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        TracePointExporter exporter = new TracePointExporter(new Outage(), settings(new SpoolSettings(file, 1 << 20)));
        Profiler profiler = Profiler.create(exporter, new Origin("h", "p", "s"), ArgumentCapture.disabled());
        for (int i = 0; i < POINTS / POINTS_OF_REQUEST; i++) {
            request(profiler, "trace" + i % 4, 8);
        }
        while (pointsIn(file) < POINTS) {
            Thread.sleep(10);
        }
        System.out.println("kept");
        System.in.read();
    }

    static ExportSettings settings(@Nullable SpoolSettings spool) {
        Duration soon = Duration.ofMillis(20);
        return new ExportSettings(1_000, 50, soon, Duration.ofSeconds(5), soon).withSpool(spool);
    }

    static void request(Profiler profiler, String baseId, int spans) {
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
            for (int i = 0; i < spans; i++) {
                profiler.start("span").stop();
            }
        }
    }

    static int pointsIn(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1).split("}\n", -1).length - 1
                : 0;
    }
}
