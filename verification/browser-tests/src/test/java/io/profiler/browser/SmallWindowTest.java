// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages on a telephone, and at 200 % in a window of usual size, where what stands above the lines takes all the room. */
class SmallWindowTest {

    /** How much of an element is in sight once the page has been scrolled to its end. */
    private static final String IN_SIGHT = """
            scrollTo(0, document.documentElement.scrollHeight);
            const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
            return Math.min(bottom, innerHeight) - Math.max(top, 0)""";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private Path directory;

    private static void resize(int width, int height) {
        CHROMIUM.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    @AfterEach
    void resizeAgain() {
        CHROMIUM.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"390, 664", "640, 400"})
    void theLinesOfATraceCanBeReached(int width, int height) throws IOException {
        resize(width, height);
        String json = Files.readString(Path.of("src/test/resources/order.json")).replace("cache-stop", "cache-ended");

        TracePage page = TracePage.of(SavedReport.read(json), CHROMIUM.driver(), directory, "");

        assertThat(page.all(".verdict li, .findings li")).hasSize(3);
        assertThat(inSight(page, "#waterfall")).isGreaterThan(150);
        assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"390, 664", "640, 400"})
    void thePathsOfAComparisonCanBeReached(int width, int height) throws IOException {
        resize(width, height);

        TracePage page = ComparedTraces.ofOrders(CHROMIUM.driver(), directory);

        assertThat(inSight(page, ".changes")).isGreaterThan(150);
        assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static double inSight(TracePage page, String selector) {
        return ((Number) page.run(IN_SIGHT, selector)).doubleValue();
    }
}
