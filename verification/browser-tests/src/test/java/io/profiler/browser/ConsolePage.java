// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console as a person uses it. */
final class ConsolePage {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration SOON = Duration.ofMillis(50);

    private final ChromeDriver driver;

    private ConsolePage(ChromeDriver driver) {
        this.driver = driver;
    }

    static ConsolePage at(String origin, ChromeDriver driver) {
        return atPath(origin + "/actuator/profiler", driver);
    }

    static ConsolePage atPath(String address, ChromeDriver driver) {
        driver.get(address);
        ConsolePage page = new ConsolePage(driver);
        page.until(() -> !page.text("#list").isEmpty());
        return page;
    }

    void until(BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, SOON)
                .ignoring(StaleElementReferenceException.class)
                .until(ignored -> condition.getAsBoolean());
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    List<String> names() {
        return all("#list tbody td.name").stream().map(WebElement::getText).toList();
    }

    void fill(String selector, String text) {
        find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void choose(String selector, String option) {
        all(selector + " option").stream()
                .filter(candidate -> candidate.getText().equals(option))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** Fills the form and sends it, by keyboard. */
    void profile(String path, String key) {
        fill("#path", path);
        fill("#key", key);
        find("#key").sendKeys(Keys.ENTER);
    }

    /** Waits until the form says how it went. */
    String outcome() {
        until(() -> find("#send").isEnabled() && !text("#outcome").isEmpty());
        return text("#outcome");
    }

    /** The names of the spans in the page that is shown inside the console. */
    List<String> waterfall() {
        until(() -> find("#panel").isDisplayed());
        driver.switchTo().frame(find("#panel iframe"));
        try {
            TracePage page = TracePage.in(driver);
            until(() -> !page.rows().isEmpty());
            return page.rows();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** How the page that is shown inside the console says its trace ended. */
    String ending() {
        until(() -> find("#panel").isDisplayed());
        driver.switchTo().frame(find("#panel iframe"));
        try {
            until(() -> !all(".outcome").isEmpty());
            return text(".outcome");
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }
}
