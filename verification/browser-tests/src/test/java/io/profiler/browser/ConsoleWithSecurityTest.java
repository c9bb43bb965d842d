// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The console of a sample behind Spring Security as Spring Boot sets it up: form and basic log-in, and CSRF. */
class ConsoleWithSecurityTest {

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE =
            SampleService.secured(context -> {}, "--management.endpoint.profiler.access=unrestricted");

    @BeforeEach
    void logIn() {
        CHROMIUM.driver().get(SAMPLE.origin() + "/login");
        CHROMIUM.driver().findElement(By.id("username")).sendKeys("reader");
        CHROMIUM.driver().findElement(By.id("password")).sendKeys("secret", Keys.ENTER);
    }

    @AfterEach
    void logOut() {
        CHROMIUM.driver().manage().deleteAllCookies();
        SAMPLE.deleteTraces();
    }

    private static ConsolePage open() {
        return ConsolePage.at(SAMPLE.origin(), CHROMIUM.driver());
    }

    @Test
    void aRequestThatIsRefusedForCsrfIsNoSuccess() {
        ConsolePage page = open();
        page.choose("#method", "POST");

        page.profile("/v2/queues", "123");

        assertThat(page.ending()).isEqualTo("Answered 403");
        assertThat(page.outcome())
                .startsWith("403 ")
                .contains("protection against CSRF refuses a POST without a valid token", "no cookie XSRF-TOKEN");
        assertThat(page.find("#outcome").getDomAttribute("class")).isEqualTo("told wary");
    }

    @Test
    void aDeletionThatIsRefusedIsToldUntilSomethingElseIsDone() {
        ConsolePage page = open();
        page.profile("/v2/queues", "123");
        page.until(() -> page.names().size() == 1);

        page.find("#list tbody button").click();
        page.find("#confirm .danger").click();

        page.until(() -> page.text("#refused").contains("Not deleted: GET /v2/queues."));
        assertThat(page.text("#refused")).contains("protection against CSRF").doesNotContain("log in");
        waitForTwoPolls(page);
        assertThat(page.text("#refused")).contains("Not deleted");
        assertThat(SAMPLE.traces()).hasSize(1);
        page.fill("#name", "q");
        page.until(() -> page.text("#refused").isEmpty());
    }

    private static void waitForTwoPolls(ConsolePage page) {
        for (int poll = 0; poll < 2; poll++) {
            String before = page.text("#updated");
            page.until(() -> !page.text("#updated").equals(before));
        }
    }

    @Test
    void saysThatTheSessionHasEnded() {
        ConsolePage page = open();

        CHROMIUM.driver().manage().deleteAllCookies();

        page.until(() -> page.text("#trouble").startsWith("You are logged out"));
    }
}
