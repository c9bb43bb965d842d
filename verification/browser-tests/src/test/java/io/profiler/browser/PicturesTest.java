// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/** Draws the pictures of the docs: {@code -Dpictures.directory=docs/pictures}, an absolute path. */
@EnabledIfSystemProperty(named = "pictures.directory", matches = ".+")
class PicturesTest {

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1360,720", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void draws(String theme) throws IOException {
        String json = Files.readString(Path.of("src/test/resources/order.json"));
        TracePage page = TracePage.of(SavedReport.read(json), CHROMIUM.driver(), directory, "");
        page.useTheme(theme);
        page.search("MongoMessagesStore.post");
        page.press("Show all");
        page.find("#waterfall").sendKeys(Keys.ENTER);
        save("waterfall-" + theme);
        page.press("Flame graph");
        page.press("Close the details");
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
        ConsolePage page = ConsolePage.at(SAMPLE.origin(), CHROMIUM.driver());
        for (String path : List.of("/v2/health", "/v2/pools", "/v2/queues")) {
            page.profile(path, "123");
            page.outcome();
        }
        page.waterfall();
        save("console-" + theme);
    }

    private static void save(String name) throws IOException {
        Path pictures = Path.of(System.getProperty("pictures.directory"));
        Files.createDirectories(pictures);
        Files.write(pictures.resolve(name + ".png"), CHROMIUM.driver().getScreenshotAs(OutputType.BYTES));
    }
}
