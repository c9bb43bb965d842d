// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Spans that are named after what they are about, and paths as deep as traces may be. */
class NamesWithIdsTest {

    private static final LocalDateTime ORIGIN = LocalDateTime.of(2026, 1, 31, 12, 0);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1280,900");

    @TempDir
    private Path directory;

    @AfterEach
    void theConsoleIsEmptyAndNothingWasLoaded() {
        CHROMIUM.assertQuiet();
    }

    private static TracePoint point(String name, String id, String parent, long micros) {
        String timestamp = TIMESTAMP.format(ORIGIN.plusNanos(1000 * micros));
        return new TracePoint(name, "base", id, parent, timestamp, Map.of("host", "h"), "shop", "api");
    }

    /** A request with a span for each order, one after another. */
    private static Report orders(int orders) {
        List<TracePoint> points = new ArrayList<>();
        points.add(point("wsgi-start", "r", "base", 0));
        for (int order = 0; order < orders; order++) {
            points.add(point("order " + order + "-start", "o" + order, "r", 100L * order));
            points.add(point("order " + order + "-stop", "o" + order, "r", 100L * order + 99));
        }
        points.add(point("wsgi-stop", "r", "base", 100L * orders));
        return Report.of(points);
    }

    /** Spans of which each is in the one before. */
    private static Report nested(int spans, long micros) {
        List<TracePoint> points = new ArrayList<>();
        for (int depth = 0; depth < spans; depth++) {
            String parent = depth == 0 ? "base" : "s" + (depth - 1);
            points.add(point("step " + depth + "-start", "s" + depth, parent, depth * micros));
            points.add(point("step " + depth + "-stop", "s" + depth, parent, (2L * spans - depth) * micros));
        }
        return Report.of(points);
    }

    @Test
    void haveOneLayerBesideThoseThatTookMost() {
        TracePage page = TracePage.of(orders(20_000), CHROMIUM.driver(), directory, "");

        assertThat(page.texts(".legend button"))
                .hasSize(24)
                .startsWith("Transport")
                .endsWith("Other names");
        assertThat(page.all(".stack .part")).hasSizeLessThanOrEqualTo(25);
        assertThat(page.find(".stack .part").getText()).isEqualTo("Other names 99 %");
        page.press("Other names");
        page.until(() -> page.found().equals("23 of 20,001 spans"));
        page.press("Show all");
        page.find(".stack button.part").click();
        page.until(() -> page.found().equals("19,978 of 20,001 spans"));
    }

    @Test
    void leaveRoomForTheSpansInASmallWindow() {
        TracePage page = TracePage.of(orders(300), CHROMIUM.driver(), directory, "");
        page.resize(390, 800);
        try {
            assertThat(page.run("return document.querySelector('.legend').offsetHeight <= innerHeight / 5"))
                    .isEqualTo(true);
            assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        } finally {
            page.resize(1280, 900);
        }
    }

    /** As deep as paths are told apart. */
    @Test
    void pathsOfHundredsOfStepsAreCompared() throws IOException {
        TracePage page = ComparedTraces.of(nested(3000, 1), nested(3000, 2), CHROMIUM.driver(), directory);

        assertThat(page.find("#found").getText()).isEqualTo("257 paths");
        page.press("Path");
        assertThat(page.texts(".changes .last .name")).startsWith("step 0", "step 1", "step 2");
        page.find("#filter").sendKeys("STEP 250 › step 251");
        assertThat(page.texts(".changes .last .name")).startsWith("step 251", "step 252");
        assertThat(page.texts(".changes .above").get(0))
                .startsWith("step 0 › step 1 › ")
                .contains(" › … 227 more … › ")
                .endsWith(" › step 249 › step 250");
        page.find("#filter").sendKeys(Keys.chord(Keys.CONTROL, "a"), "step 1");
        assertThat(page.find("#found").getText()).isEqualTo("256 of 257 paths");
        page.find(".difference-flame summary").click();
        page.until(() -> page.all(".difference-block").size() > 200);
    }
}
