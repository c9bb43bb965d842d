// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonPage;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page of a comparison, opened from a file. */
final class ComparedTraces {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private ComparedTraces() {}

    /** An order before and after its statements were put together. */
    static TracePage ofOrders(ChromeDriver driver, Path directory) throws IOException {
        return of(order("order.json"), order("order-after.json"), driver, directory);
    }

    private static Report order(String file) throws IOException {
        return SavedReport.read(Files.readString(RESOURCES.resolve(file)));
    }

    static TracePage of(Report before, Report after, ChromeDriver driver, Path directory) throws IOException {
        return of(Comparison.of(before, after), driver, directory);
    }

    static TracePage of(Comparison comparison, ChromeDriver driver, Path directory) throws IOException {
        Path file = directory.resolve("comparison.html");
        try (Writer writer = Files.newBufferedWriter(file)) {
            new ComparisonPage().render(comparison, writer);
        }
        driver.get("about:blank");
        driver.get(file.toUri().toString());
        TracePage page = TracePage.in(driver);
        page.until(() -> !page.all(".changes tbody tr").isEmpty());
        return page;
    }
}
