// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The system's Chromium, without a window and without a network. Where it is not installed the tests are skipped, and
 * say so; with {@code -Dbrowser.required=true} they fail.
 */
final class Chromium implements BeforeAllCallback, AfterAllCallback {

    private static final String[] ARGUMENTS = {
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--host-resolver-rules=MAP * ~NOTFOUND"
    };

    private final List<String> moreArguments;
    private ChromeDriver driver;

    Chromium(String... moreArguments) {
        this.moreArguments = List.of(moreArguments);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<File> browser = program("chromium", "chromium-browser", "google-chrome");
        Optional<File> driver = program("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            giveUp();
        }
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow())
                        .usingAnyFreePort()
                        .build(),
                options(browser.orElseThrow()));
    }

    private static void giveUp() {
        String message = "NOT TESTED IN A BROWSER: chromium and chromedriver are not on the PATH";
        System.err.println("!!! " + message + " !!!");
        if (Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException(message);
        }
        abort(message);
    }

    private static Optional<File> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    private ChromeOptions options(File browser) {
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments(ARGUMENTS);
        options.addArguments(moreArguments);
        options.setCapability("goog:loggingPrefs", logging);
        return options;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (driver != null) {
            driver.quit();
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Nothing was logged, and nothing was loaded but the page itself. */
    void assertQuiet() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        assertThat(driver.executeScript("return performance.getEntriesByType('resource').map(entry => entry.name)"))
                .isEqualTo(List.of());
    }
}
