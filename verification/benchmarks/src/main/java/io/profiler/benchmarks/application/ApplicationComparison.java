// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import io.profiler.benchmarks.MarkdownPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what a request costs an application with the profiler, and with OpenTelemetry: all variants run at the same time, each
 * in a process of its own, and are asked in turns. With {@code -DtableIn=FILE} the table in that file is replaced; the
 * other settings are those of {@link Settings}. Fails if a span is missing of a request that was signed.
 */
public final class ApplicationComparison {

    private ApplicationComparison() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.ofSystemProperties();
        Path folder = Files.createTempDirectory("application-comparison");
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (Variant variant : Variants.ALL.subList(0, settings.variants())) {
                contestants.add(Contestant.start(variant, settings, folder));
            }
            List<Outcome> outcomes = compare(contestants, settings);
            String table = new ComparisonTable(outcomes).toMarkdown();
            System.out.println(table);
            outcomes.forEach(Outcome::requireNothingLost);
            MarkdownPage.replaceTable("application comparison", table);
        } finally {
            for (Contestant contestant : contestants) {
                contestant.close();
            }
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<Outcome> compare(List<Contestant> contestants, Settings settings) throws InterruptedException {
        for (Contestant contestant : contestants) {
            contestant.warmUp();
        }
        List<Contestant> turns = new ArrayList<>(contestants);
        for (int round = 0; round < settings.rounds(); round++) {
            for (Contestant contestant : turns) {
                contestant.measure();
            }
            Collections.rotate(turns, 1);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Contestant contestant : contestants) {
            outcomes.add(contestant.outcome());
        }
        return outcomes;
    }
}
