// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Whatever the data holds, it is text. */
class HostileDataTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,900");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>document.title = 'owned'</script>",
                "<img src=x onerror=\"document.title = 'owned'\">",
                "${document.title = 'owned'}`{{7*7}}",
                "javascript:document.title='owned'",
                "\"'><svg onload=document.title='owned'>",
                "<!--<script>",
                "]]>&lt;b&gt;&amp;",
                "__proto__"
            })
    void isShownAndDoesNotRun(String hostile) {
        TracePage page = open(hostile);

        assertThat(page.rows()).containsExactly(hostile.split("-")[0]);
        assertThat(page.find("h1").getText()).isEqualTo("POST " + hostile);
        assertThat(page.find("#details").getText()).contains(hostile);
        page.run("document.querySelectorAll('#details details').forEach(box => { box.open = true; })");
        page.until(() -> !page.all("#details details pre").isEmpty());
        assertThat((String) page.run("return document.querySelector('#details details pre').textContent"))
                .contains(hostile.replace("\"", "\\\""));
        assertNothingRan(page);
    }

    @Test
    void showsWhatWouldHideItselfAsEscapes() {
        TracePage page = open("nul \u0000 lone \ud800 rtl \u202e end");

        assertThat(page.rows()).containsExactly("nul \\x00 lone \\ud800 rtl \\u202e end");
        assertNothingRan(page);
    }

    @Test
    void showsTheBeginningOfAMegabyteAndTheRestOnRequest() {
        TracePage page = open("x".repeat(1 << 20));

        page.press("Show all 1,048,576 characters");

        assertThat(page.run("return document.querySelector('#details pre').textContent.length"))
                .isEqualTo((long) (1 << 20));
        assertNothingRan(page);
    }

    private static void assertNothingRan(TracePage page) {
        assertThat((String) page.run("return document.title")).startsWith("POST ");
        assertThat(page.all("img, iframe, object, embed, #details a, #views a")).isEmpty();
        assertThat(page.all("script")).hasSize(1);
        CHROMIUM.assertQuiet();
    }

    private TracePage open(String hostile) {
        Map<String, Object> info = Map.of(
                "host",
                hostile,
                "etype",
                hostile,
                "message",
                hostile,
                "request",
                Map.of("method", "POST", "path", hostile),
                "function",
                Map.of("name", hostile, "args", hostile),
                "db",
                Map.of("statement", hostile),
                hostile.length() > 100 ? "long" : hostile,
                hostile);
        TracePoint start = new TracePoint(
                hostile + "-start", "base", "id", "base", "2026-01-31T12:00:00.000000", info, hostile, hostile);
        TracePoint stop = new TracePoint(
                hostile + "-stop", "base", "id", "base", "2026-01-31T12:00:00.000900", info, hostile, hostile);
        TracePage page = TracePage.of(Report.of(List.of(start, stop)), CHROMIUM.driver(), directory, "");
        page.find("#waterfall").sendKeys(Keys.HOME, Keys.ENTER);
        return page;
    }
}
