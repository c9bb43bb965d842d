// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs all benchmarks in one run and prints their table; takes JMH's options. With {@code -DtableIn=FILE} the table in
 * that file is replaced.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        var results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .addProfiler(CallerAllocation.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        String table = new ResultTable(results).toMarkdown();
        System.out.println(table);
        MarkdownPage.replaceTable("benchmark", table);
    }
}
