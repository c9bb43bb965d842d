// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.browser.library.Library;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;

/**
 * Draws the pictures of the docs, and writes the page that opens without anything running:
 * {@code -Dpictures.directory=docs/pictures}, an absolute path.
 */
@EnabledIfSystemProperty(named = "pictures.directory", matches = ".+")
class PicturesTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium(
            "--window-size=1110,980",
            "--force-device-scale-factor=1.5",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService(Library::addTo, "--profiler.samples.always=true");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void draws(String theme) throws IOException {
        String json = Files.readString(Path.of("src/test/resources/order.json"));
        TracePage page = TracePage.of(SavedReport.read(json), CHROMIUM.driver(), directory, "");
        page.resize(1110, 860);
        page.useTheme(theme);
        save("waterfall-" + theme);
        page.press("Flame graph");
        save("flame-graph-" + theme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void drawsAComparison(String theme) throws IOException {
        ComparedTraces.ofOrders(CHROMIUM.driver(), directory).useTheme(theme);
        save("comparison-" + theme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void drawsTheConsole(String theme) throws IOException {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", theme);
        CHROMIUM.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
        profileTheLibrary().waterfall();
        save("console-" + theme);
    }

    @Test
    void writesThePageThatTheConsoleShows() throws IOException {
        profileTheLibrary().waterfall();
        try (Writer page = Files.newBufferedWriter(pictures().resolve("trace.html"))) {
            new HtmlReportRenderer().render(SAMPLE.latestTrace(), page);
        }
    }

    /** What is made once is made by the first of its requests. */
    private static ConsolePage profileTheLibrary() {
        CHROMIUM.driver().manage().window().setSize(new Dimension(1110, 980));
        ConsolePage console = ConsolePage.at(SAMPLE.origin(), CHROMIUM.driver());
        for (String path : List.of("/v2/health", "/authors", "/v2/queues", "/authors")) {
            console.profile(path, "123");
            console.outcome();
        }
        return console;
    }

    private static void save(String name) throws IOException {
        Files.write(pictures().resolve(name + ".png"), CHROMIUM.driver().getScreenshotAs(OutputType.BYTES));
    }

    private static Path pictures() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("pictures.directory")));
    }
}
