// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console of a sample that takes tokens alone. */
class ConsoleWithTokensTest {

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService("--profiler.accept=strict");

    @Test
    void asksByAToken() {
        ConsolePage page = ConsolePage.at(SAMPLE.origin(), CHROMIUM.driver());

        page.profile("/v2/queues", "123");

        assertThat(page.waterfall()).containsExactly("wsgi", "controller", "mongodb_queues_controller", "db");
        assertThat(page.outcome()).startsWith("200 after ");
    }
}
