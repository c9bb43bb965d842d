// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console of a sample that a reverse proxy serves below a path, among other programs. */
class ConsoleBehindAProxyTest {

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService(
            "--server.forward-headers-strategy=framework", "--management.endpoint.profiler.access=unrestricted");

    @AfterEach
    void noTraceIsLeft() {
        SAMPLE.deleteTraces();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void profilesWhatIsBehindTheProxy(boolean forwarded) throws IOException {
        Map<String, String> headers = forwarded ? Map.of("X-Forwarded-Prefix", PathProxy.PREFIX) : Map.of();
        try (PathProxy proxy = new PathProxy(SAMPLE.origin(), headers)) {
            ConsolePage page = open(proxy);
            assertThat(page.find("#path").getDomProperty("value")).isEqualTo("/shop/");

            page.profile("/shop/v2/queues", "123");

            assertThat(page.waterfall()).startsWith("wsgi", "controller");
            page.until(() -> page.names().size() == 1);
            page.find("#list tbody button").click();
            page.find("#confirm .danger").click();
            page.until(() -> page.text("#list").startsWith("No traces yet."));
        }
    }

    @Test
    void saysWhyNothingWasProfiled() throws IOException {
        try (PathProxy proxy = new PathProxy(SAMPLE.origin(), Map.of())) {
            ConsolePage page = open(proxy);

            page.profile("/v2/queues", "123");
            assertThat(page.outcome())
                    .startsWith("404 ")
                    .contains(
                            "there is no sign that this application profiled it: is the path right?",
                            "begin with /shop/")
                    .doesNotContain("key");
            page.profile("/other/", "123");
            page.until(() -> page.text("#outcome").startsWith("200 "));
            assertThat(page.text("#outcome"))
                    .contains("proxy", "profiler.hmac-keys", "another program", "profiler.trace-wsgi-transport");
            page.profile("/away", "123");
            page.until(() -> page.text("#outcome").startsWith("502 "));
            assertThat(page.text("#outcome")).contains("could not reach the application");
            assertThat(SAMPLE.traces()).isEqualTo(List.of());
        }
    }

    private static ConsolePage open(PathProxy proxy) {
        return ConsolePage.at(proxy.origin() + PathProxy.PREFIX, CHROMIUM.driver());
    }
}
