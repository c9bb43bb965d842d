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

/** The console of a sample whose endpoints have a port of their own, and may only be read. */
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
                .contains("must allow requests from " + SAMPLE.managementOrigin() + " by CORS");
        CHROMIUM.driver().manage().logs().get(LogType.BROWSER);
    }
}
