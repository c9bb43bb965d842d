// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page of a trace at whose threads somebody looked. */
class SampledTracePageTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,1000");

    @TempDir
    private Path directory;

    @AfterEach
    void theConsoleIsEmptyAndNothingWasLoaded() {
        CHROMIUM.assertQuiet();
        CHROMIUM.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    private TracePage open() {
        return TracePage.of(SampledRequest.report(), CHROMIUM.driver(), directory, "");
    }

    private static List<String> lines(TracePage page, String selector) {
        return page.texts(selector).stream()
                .map(text -> text.replace('\n', ' '))
                .toList();
    }

    private static String words(TracePage page) {
        return lines(page, "#flame-words").get(0);
    }

    @Test
    void theDetailsHaveTheMethodsOfTheSpanAndOfEachGap() {
        TracePage page = open();

        page.find("#waterfall").sendKeys(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);

        assertThat(lines(page, "#details .methods tbody tr"))
                .containsExactly("Price.of running 71 % 109 ms", "Stock.lock lock 29 % 43.7 ms");
        assertThat(page.find("#details .facts").getText()).contains("98.0 ms", "1.23 MB");
        page.all("#details section > details > summary").get(0).click();
        assertThat(lines(page, "#details .call-tree li").stream().map(line -> line.split(" com| j")[0]))
                .containsExactly(
                        "100 % CatalogController.list",
                        "71 % Price.of", "29 % HashMap.get", "29 % Stock.lock", "29 % Unsafe.park");
        assertThat(page.texts("#details section > details > summary"))
                .startsWith("All calls of 14 looks", "35.0 ms at 10.0 ms", "75.0 ms at 75.0 ms", "43.0 ms at 155 ms");
        page.all("#details section > details > summary").get(3).click();
        assertThat(page.all("#details section > details").get(3).getText())
                .contains("Stock.lock", "Unsafe.park")
                .doesNotContain("Price");
        page.find("#waterfall").sendKeys(Keys.ARROW_DOWN);
        assertThat(page.find("#details").getText())
                .contains("Looked at 2 times: too few to say how long it was where.");
    }

    @Test
    void aTickBelowTheBarStandsForEachLook() {
        TracePage page = open();

        assertThat(page.run("""
                return [...document.querySelectorAll('.rows > .row')].sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)
                    .map(row => [...row.querySelectorAll('.ticks path')].map(path => path.dataset.kind + ' ' + path.getAttribute('d').split('M').slice(1).length).join(', '))
                """)).isEqualTo(List.of("", "running 10, lock 4", "database 2", ""));
    }

    @Test
    void methodsStandBelowSpansInTheFlameGraph() {
        TracePage page = open();
        page.find("#waterfall").sendKeys(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);

        page.press("Flame graph of this span");

        assertThat(words(page))
                .startsWith("controller CatalogController.list 188 ms · 94 % of all work 153 ms of its own");
        assertThat(page.find(".kinds").getText())
                .contains("17 looks at its threads, one every 10.2 ms", "waiting for a lock");
        page.find("#flame").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
        assertThat(words(page))
                .isEqualTo("Stock.lock 43.7 ms · 22 % of all work 0 µs of its own · 4 looks: 4 waiting for a lock"
                        + " · com.acme.shop.Stock.lock");
        page.press("Methods");
        page.find("#flame").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(words(page)).startsWith("db SELECT a FROM price");
    }

    @Test
    void statisticsAddUpCausesAndMethods() {
        TracePage page = open();

        page.press("Statistics");

        assertThat(lines(page, ".statistics section:nth-child(2) tbody tr"))
                .containsExactly(
                        "running 98.0 ms 49 %", "lock 43.0 ms 22 %", "database 35.0 ms 18 %", "unknown 24.0 ms 12 %");
        assertThat(lines(page, ".statistics section:nth-child(3) tbody tr"))
                .containsExactly(
                        "com.acme.shop.Price.of running 10 109 ms 55 %",
                        "com.acme.shop.Stock.lock lock 4 43.7 ms 22 %",
                        "org.postgresql.core.v3.QueryExecutorImpl.execute database 2 30.0 ms 15 %");
    }

    @ParameterizedTest
    @CsvSource({"light, none", "dark, none", "light, active"})
    void everybodyCanReadIt(String scheme, String forced) throws IOException {
        CHROMIUM.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", scheme),
                                        Map.of("name", "forced-colors", "value", forced))));
        TracePage page = open();
        page.find("#waterfall").sendKeys(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);
        page.all("#details section > details > summary").forEach(summary -> summary.click());

        Accessibility.assertGood(CHROMIUM.driver());
        assertThat(page.run("return getComputedStyle(document.querySelector('.ticks path')).stroke"))
                .isNotEqualTo("none");
        page.press("Flame graph");
        Accessibility.assertGood(CHROMIUM.driver());
    }
}
