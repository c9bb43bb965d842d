// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe-core, a library that others keep, has to say about the page that is open. */
final class Accessibility {

    private static final String SCRIPT = script();

    private Accessibility() {}

    private static String script() {
        try (InputStream stream = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Nothing is seriously wrong, colours and frames included. */
    static void assertGood(ChromeDriver driver) {
        driver.executeScript(SCRIPT);
        Object violations = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run().then(result => done(result.violations
                    .filter(violation => ['serious', 'critical'].includes(violation.impact))
                    .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' '))));
                """);
        assertThat(violations).isEqualTo(List.of());
    }
}
