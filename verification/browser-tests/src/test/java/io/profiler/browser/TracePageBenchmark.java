// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How soon the page of a large trace can be used, and how it scrolls. Run by its name, it prints a table. */
class TracePageBenchmark {

    private static final String SCROLL = """
            // Ten lines a frame, and every twentieth frame a jump to somewhere else.
            const done = arguments[arguments.length - 1];
            const tasks = [];
            const grid = document.querySelector('#waterfall');
            new PerformanceObserver(list => tasks.push(...list.getEntries().map(entry => entry.duration)))
                .observe({ type: 'longtask' });
            let steps = 0;
            const step = () => {
              const jumps = steps % 20 === 0;
              grid.scrollTop = jumps ? steps * 7919 % 1000 / 1000 * grid.scrollHeight : grid.scrollTop + 240;
              steps++ < 300 ? requestAnimationFrame(step) : setTimeout(() => done(Math.max(0, ...tasks)), 300);
            };
            requestAnimationFrame(step);
            """;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,900");

    @TempDir
    private Path directory;

    @Test
    void measures() throws IOException {
        StringBuilder table = new StringBuilder("| spans | file | usable after | longest task while scrolling |\n");
        table.append("|---:|---:|---:|---:|\n");
        for (int spans : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
            table.append(measure(spans));
        }
        System.out.println(table);
    }

    private String measure(int spans) throws IOException {
        Report report = LargeTrace.of(spans);
        TracePage page = TracePage.of(report, CHROMIUM.driver(), directory, "");
        page.run("return new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        Number usable = (Number) page.run("return performance.getEntriesByName('usable')[0].startTime");
        page.press("Expand all");
        Number longest = (Number) CHROMIUM.driver().executeAsyncScript(SCROLL);
        CHROMIUM.assertQuiet();
        assertThat(page.rows()).isNotEmpty();
        return String.format(
                "| %,d | %.1f MB | %.2f s | %s |%n",
                spans,
                Files.size(directory.resolve("trace.html")) / 1e6,
                usable.doubleValue() / 1000,
                longest.doubleValue() == 0
                        ? "below 50 ms"
                        : String.format(Locale.ROOT, "%.0f ms", longest.doubleValue()));
    }
}
