// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** What axe-core finds. */
class AccessibilityTest {

    private static final String SERIOUS = "const done = arguments[arguments.length - 1];"
            + " axe.run(document).then(found => done(found.violations"
            + ".filter(one => ['serious', 'critical'].includes(one.impact))"
            + ".map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | '))))";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,900");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void findsNothingSeriousInAnyView(String theme) throws IOException {
        TracePage page = TracePage.ofRecorded("exception-in-the-middle", CHROMIUM.driver(), directory);
        page.useTheme(theme);
        page.find("#waterfall").sendKeys(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);

        assertThat(serious()).isEmpty();
        page.press("Flame graph");
        assertThat(serious()).isEmpty();
        page.press("Statistics");
        assertThat(serious()).isEmpty();
    }

    @Test
    void findsNothingSeriousInFindingsKeysAndExports() throws IOException {
        TracePage page = TracePage.ofRecorded("unfinished-span", CHROMIUM.driver(), directory);
        page.keys("?");

        assertThat(serious()).isEmpty();
        page.keys(Keys.ESCAPE);
        page.press("Export");
        assertThat(serious()).isEmpty();
    }

    private static List<?> serious() throws IOException {
        try (InputStream axe = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            CHROMIUM.driver().executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) CHROMIUM.driver().executeAsyncScript(SERIOUS);
    }
}
