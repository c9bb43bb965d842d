// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.benchmarks.store.RawClient.BulkInsert;
import io.profiler.point.TracePoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Lets a store and its backend's own client take turns with the same points, each as often first as second. */
final class Comparison {

    private final Contestants contestants;
    private final Settings settings;

    private Comparison(Contestants contestants, Settings settings) {
        this.contestants = contestants;
        this.settings = settings;
    }

    static Outcome of(Backend backend, Settings settings) throws Exception {
        Path folder = Files.createTempDirectory("store-comparison");
        try (Contestants contestants = backend.start(folder)) {
            Comparison comparison = new Comparison(contestants, settings);
            comparison.rounds(settings.warmUpRounds());
            List<Round> rounds = comparison.rounds(settings.rounds());
            return new Outcome(backend.label(), rounds);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private List<Round> rounds(int count) throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            rounds.add(round(round % 2 == 0));
        }
        return rounds;
    }

    private Round round(boolean storeFirst) throws Exception {
        List<List<TracePoint>> batches =
                Stream.generate(SampleTraces::batch).limit(settings.batches()).toList();
        List<BulkInsert> appends = new ArrayList<>();
        batches.forEach(batch -> appends.add(() -> contestants.append(batch)));
        List<BulkInsert> inserts = new ArrayList<>();
        double encoding = seconds(() -> {
            for (List<TracePoint> batch : batches) {
                inserts.add(contestants.raw().encoded(batch));
            }
        });
        double first = turn(storeFirst ? appends : inserts);
        double second = turn(storeFirst ? inserts : appends);
        int points = batches.size() * Settings.BATCH_SIZE;
        return storeFirst ? new Round(points, first, encoding, second) : new Round(points, second, encoding, first);
    }

    private double turn(List<BulkInsert> inserts) throws Exception {
        double seconds = seconds(() -> {
            for (BulkInsert insert : inserts) {
                insert.run();
            }
        });
        contestants.raw().forgetWhatWasSent();
        return seconds;
    }

    private static double seconds(BulkInsert work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
