// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a trace where the system chooses the colours, as in a mode of high contrast. */
class ForcedColoursTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,800");

    @TempDir
    private Path directory;

    @AfterEach
    void chooseNoColours() {
        CHROMIUM.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @Test
    void barsKeepTheColoursOfTheirLayers() {
        Map<String, String> forced = Map.of("name", "forced-colors", "value", "active");
        CHROMIUM.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(forced)));
        TracePage page = TracePage.of(RepeatedHeaders.threeInTwelveMinutes(), CHROMIUM.driver(), directory, "");

        assertThat(colours(page, ".rows .bar i")).hasSize(2).doesNotContain(canvas(page));
        assertThat(colours(page, ".legend .swatch")).hasSize(2).doesNotContain(canvas(page));
        assertThat(colours(page, ".stack .part")).hasSize(2).doesNotContain(canvas(page));
        assertThat(colours(page, ".path i")).hasSize(1).doesNotContain(canvas(page));
        assertThat(page.run(
                        "return getComputedStyle(document.querySelector('.rows [aria-selected=true]')).outlineStyle"))
                .isEqualTo("solid");
        assertThat(inksOfTheOverview(page)).isGreaterThanOrEqualTo(3L);
    }

    private static Object canvas(TracePage page) {
        return page.run("return getComputedStyle(document.body).backgroundColor");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> colours(TracePage page, String selector) {
        return (List<Object>) page.run(
                "return [...new Set([...document.querySelectorAll(arguments[0])].map(part => getComputedStyle(part).backgroundColor))]",
                selector);
    }

    /** How many colours were drawn with: two layers, and the pauses. */
    private static Long inksOfTheOverview(TracePage page) {
        return (Long) page.run("""
                const canvas = document.querySelector('.overview canvas');
                const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                const inks = new Set();
                for (let i = 0; i < data.length; i += 4) {
                  if (data[i + 3] === 255) {
                    inks.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
                  }
                }
                return inks.size;
                """);
    }
}
