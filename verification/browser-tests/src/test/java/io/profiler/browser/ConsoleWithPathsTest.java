// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console of a sample with a context path, and with paths of its own for endpoints. */
class ConsoleWithPathsTest {

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService(
            "--server.servlet.context-path=/shop",
            "--management.endpoints.web.base-path=/manage",
            "--management.endpoints.web.path-mapping.profiler=traces/all");

    @Test
    void beginsWithTheContextPath() {
        ConsolePage page = ConsolePage.atPath(SAMPLE.origin() + "/shop/manage/traces/all", CHROMIUM.driver());
        assertThat(page.find("#path").getDomProperty("value")).isEqualTo("/shop/");

        page.profile("/shop/v2/queues", "123");
        assertThat(page.waterfall()).startsWith("wsgi", "controller");
        page.profile("/v2/queues", "123");

        page.until(() -> page.text("#outcome").startsWith("404 "));
        assertThat(page.text("#outcome")).contains("The application's paths begin with /shop/ here");
    }
}
