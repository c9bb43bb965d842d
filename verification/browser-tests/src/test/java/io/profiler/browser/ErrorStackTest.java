// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Where an error was thrown, in the details of its span. */
class ErrorStackTest {

    private static final String STACK =
            "at shop.Orders.place(Orders.java:42)\n… 9 frames of libraries\nCaused by: java.io.IOException: <gone>";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1280,800");

    @TempDir
    private Path directory;

    @Test
    void theDetailsShowIt() throws IOException {
        TracePage page = details(Map.of("host", "h", "etype", "shop.Refused", "message", "no", "stack", STACK));

        assertThat(page.find("#details .exception .frames").getText()).isEqualTo(STACK);
        assertThat(page.find("#details").getText().split("Caused by: ")).hasSize(2);
    }

    @Test
    void whatIsNamedSoWhereNothingFailedIsInfo() throws IOException {
        TracePage page = details(Map.of("host", "h", "stack", "of books"));

        assertThat(page.find("#details").getText()).contains("of books");
    }

    private TracePage details(Map<String, Object> end) throws IOException {
        TracePage page = TracePage.of(
                Report.of(List.of(point("wsgi-start", 0, Map.of("host", "h")), point("wsgi-stop", 9, end))),
                CHROMIUM.driver(),
                directory,
                "");
        page.find("#waterfall").sendKeys(Keys.ENTER);
        return page;
    }

    private static TracePoint point(String name, int second, Map<String, Object> info) {
        String timestamp = "2026-01-31T12:00:0" + second + ".000000";
        return new TracePoint(name, "base", "a", "base", timestamp, Map.copyOf(info), "p", "s");
    }
}
