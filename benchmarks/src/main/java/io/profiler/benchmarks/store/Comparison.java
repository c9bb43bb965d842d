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
    private final List<Double> store = new ArrayList<>();
    private final List<Double> raw = new ArrayList<>();

    private Comparison(Contestants contestants, Settings settings) {
        this.contestants = contestants;
        this.settings = settings;
    }

    static Outcome of(Backend backend, Settings settings) throws Exception {
        Path folder = Files.createTempDirectory("store-comparison");
        try (Contestants contestants = backend.start(folder)) {
            return new Comparison(contestants, settings).run(backend.label());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Outcome run(String label) throws Exception {
        for (int round = -settings.warmUpRounds(); round < settings.rounds(); round++) {
            if (round == 0) {
                store.clear();
                raw.clear();
            }
            takeTurns(round % 2 == 0);
        }
        return new Outcome(label, store, raw);
    }

    private void takeTurns(boolean storeFirst) throws Exception {
        List<BulkInsert> ofStore = new ArrayList<>();
        List<BulkInsert> ofRaw = new ArrayList<>();
        for (List<TracePoint> batch : batches()) {
            ofStore.add(() -> contestants.append(batch));
            ofRaw.add(contestants.raw().ready(batch));
        }
        if (storeFirst) {
            store.add(pointsPerSecond(ofStore));
            raw.add(pointsPerSecond(ofRaw));
        } else {
            raw.add(pointsPerSecond(ofRaw));
            store.add(pointsPerSecond(ofStore));
        }
    }

    private List<List<TracePoint>> batches() {
        return Stream.generate(SampleTraces::batch).limit(settings.batches()).toList();
    }

    private double pointsPerSecond(List<BulkInsert> inserts) throws Exception {
        long begin = System.nanoTime();
        for (BulkInsert insert : inserts) {
            insert.run();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        contestants.raw().forgetWhatWasSent();
        return inserts.size() * Settings.BATCH_SIZE / seconds;
    }
}
