// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.recordings.Recordings;
import io.profiler.report.Report;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.report.saved.SavedReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of a trace as a person uses it. */
final class TracePage {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(50);

    private final ChromeDriver driver;

    private TracePage(ChromeDriver driver) {
        this.driver = driver;
    }

    /** The page that is open. */
    static TracePage in(ChromeDriver driver) {
        return new TracePage(driver);
    }

    /** Opens the page of a recorded trace from a file. */
    static TracePage ofRecorded(String name, ChromeDriver driver, Path directory) {
        return of(recorded(name), driver, directory, "");
    }

    static TracePage of(Report report, ChromeDriver driver, Path directory, String hash) {
        Path file = directory.resolve("trace.html");
        try (Writer writer = Files.newBufferedWriter(file)) {
            new HtmlReportRenderer().render(report, writer);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        driver.get("about:blank");
        driver.get(file.toUri() + hash);
        TracePage page = new TracePage(driver);
        page.until(() -> !page.rows().isEmpty());
        return page;
    }

    static Report recorded(String name) {
        return SavedReport.read(Recordings.text("traces/" + name + "/report.json"));
    }

    void until(BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, SOON)
                .ignoring(StaleElementReferenceException.class)
                .until(ignored -> condition.getAsBoolean());
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    WebElement button(String label) {
        return driver.findElement(
                By.xpath("//button[normalize-space(.)=\"" + label + "\" or @aria-label=\"" + label + "\"]"));
    }

    void press(String label) {
        button(label).click();
    }

    /** Names of the lines in sight, in order. */
    @SuppressWarnings("unchecked")
    List<String> rows() {
        return (List<String>) driver.executeScript("""
                return [...document.querySelectorAll('.rows > .row')]
                    .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)
                    .map(row => [...row.querySelectorAll('.count, .name')].map(part => part.textContent).join(' ').trim())
                """);
    }

    /** The line that is selected, as it reads. */
    String selectedRow() {
        return find(".rows > .row[aria-selected=true]").getText().replace('\n', ' ');
    }

    void keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void search(String text) {
        WebElement field = find("#search");
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        keys(Keys.ENTER);
    }

    String found() {
        return find("#found").getText();
    }

    /** Light or dark; presses the switch if it is the other. */
    void useTheme(String theme) {
        if (find("#theme").getDomAttribute("aria-label").equals("Use " + theme + " colours")) {
            find("#theme").click();
        }
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }
}
