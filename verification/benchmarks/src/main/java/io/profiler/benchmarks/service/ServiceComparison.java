// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import io.profiler.benchmarks.MarkdownPage;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts Zaqar and the sample under the same load in turn, without and with signed headers, and prints their rates. With
 * {@code -DtableIn=FILE} the table in that file is replaced. Needs Debian's packages gunicorn and python3-zaqar, and the
 * sample's jar; the other settings are those of {@link Settings}.
 */
public final class ServiceComparison {

    private ServiceComparison() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.ofSystemProperties();
        List<Service> services = List.of(new ZaqarService(), new SampleService(settings.sample()));
        List<Trial> trials = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            for (Service service : services) {
                Trial trial = Trial.run(service, settings);
                System.out.println(trial);
                trials.add(trial);
            }
        }
        String table = new ComparisonTable(trials).toMarkdown();
        System.out.println(table);
        MarkdownPage.replaceTable("service comparison", table);
    }
}
