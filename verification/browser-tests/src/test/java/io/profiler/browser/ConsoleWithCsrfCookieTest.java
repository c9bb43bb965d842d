// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The console of a sample that leaves its CSRF token in a cookie for scripts, and knows only a form to log in. */
class ConsoleWithCsrfCookieTest {

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = SampleService.secured(
            context -> {
                GenericApplicationContext beans = (GenericApplicationContext) context;
                beans.registerBean(SecurityFilterChain.class, () -> chain(beans.getBean(HttpSecurity.class)));
            },
            "--management.endpoint.profiler.access=unrestricted");

    private static SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .csrf(CsrfConfigurer::spa)
                .build();
    }

    @Test
    void sendsTheTokenOfTheCookie() {
        CHROMIUM.driver().get(SAMPLE.origin() + "/login");
        CHROMIUM.driver().findElement(By.id("username")).sendKeys("reader");
        CHROMIUM.driver().findElement(By.id("password")).sendKeys("secret", Keys.ENTER);
        ConsolePage page = ConsolePage.at(SAMPLE.origin(), CHROMIUM.driver());
        page.choose("#method", "PUT");
        page.find("#more summary").click();
        page.fill("#body", "{\"uri\": \"mongodb://localhost\", \"weight\": 1}");

        page.profile("/v2/pools/first", "123");

        assertThat(page.waterfall()).startsWith("wsgi").contains("controller");
        assertThat(page.outcome()).startsWith("201 ");
        page.until(() -> page.names().size() == 1);
        page.find("#list tbody button").click();
        page.find("#confirm .danger").click();
        page.until(() -> page.text("#list").startsWith("No traces yet."));
        CHROMIUM.driver().manage().deleteAllCookies();
        page.until(() -> page.text("#trouble").startsWith("You are logged out"));
    }
}
