// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.logging.LogType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The console of samples whose endpoints have a port of their own: of one that may only be read, and of one that relays. */
class ConsoleOnItsOwnPortTest {

    private static final String HEALTH = "/v2/health";

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService(
            context -> ((GenericApplicationContext) context)
                    .registerBean(FilterRegistrationBean.class, ConsoleOnItsOwnPortTest::corsExceptOfHealth),
            "--management.server.port=0",
            "--management.endpoint.profiler.access=read-only");

    @RegisterExtension
    static final SampleService RELAYING = new SampleService(
            "--management.server.port=0",
            "--management.endpoint.profiler.access=unrestricted",
            "--profiler.console.relay=true");

    private static FilterRegistrationBean<CorsFilter> corsExceptOfHealth() {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOriginPatterns(List.of("http://127.0.0.1:[*]"));
        allowed.setAllowedHeaders(List.of("X-Trace-Info", "X-Trace-HMAC"));
        allowed.setExposedHeaders(List.of("X-Trace-Id"));
        allowed.setAllowCredentials(true);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/v2/queues", allowed);
        return new FilterRegistrationBean<>(new CorsFilter(source));
    }

    @Test
    void profilesWhereTheApplicationAllowsIt() {
        ConsolePage page = ConsolePage.at(SAMPLE.managementOrigin(), CHROMIUM.driver());
        assertThat(page.text("#target")).isEqualTo("on " + SAMPLE.origin());

        page.profile("/v2/queues", "123");

        assertThat(page.waterfall()).containsExactly("wsgi", "controller", "mongodb_queues_controller", "db");
        page.until(() -> page.names().equals(List.of("GET /v2/queues")));
        assertThat(page.all("#list tbody button")).isEmpty();
        assertThat(CHROMIUM.driver().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> !entry.getMessage().contains("404"))
                .isEmpty();
    }

    @Test
    void saysWhatTheApplicationWouldHaveToAllow() {
        ConsolePage page = ConsolePage.at(SAMPLE.managementOrigin(), CHROMIUM.driver());

        page.profile(HEALTH, "123");

        assertThat(page.outcome())
                .startsWith("The browser got no answer from " + SAMPLE.origin())
                .contains("must allow requests from " + SAMPLE.managementOrigin() + " by CORS")
                .contains("profiler.console.relay=true");
        CHROMIUM.driver().manage().logs().get(LogType.BROWSER);
    }

    @Test
    void theApplicationSendsItsRequestsWhereItIsToRelay() {
        ConsolePage page = ConsolePage.at(RELAYING.managementOrigin(), CHROMIUM.driver());
        assertThat(page.text("#target")).isEqualTo("on " + RELAYING.origin());
        page.choose("#method", "PUT");
        page.find("#more summary").click();
        page.fill("#body", "{\"uri\": \"mongodb://localhost\", \"weight\": 1}");

        page.profile("/v2/pools/first", "123");

        assertThat(page.outcome()).startsWith("201 after ");
        assertThat(page.waterfall()).startsWith("wsgi", "controller");
        page.find("#tab-response").click();
        assertThat(page.text(".of-response dl")).contains("location", "/v2/pools/first", "x-trace-id");
        assertThat(RELAYING.traces()).hasSize(1);
        page.profile("/v2/pools/second", "guess");
        page.until(() -> page.text("#outcome").startsWith("the key is none of profiler.hmac-keys"));
        assertThat(RELAYING.traces()).hasSize(1);
    }
}
