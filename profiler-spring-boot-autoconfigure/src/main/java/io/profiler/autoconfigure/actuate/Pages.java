// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonPage;
import io.profiler.report.html.HtmlPage;
import io.profiler.report.html.HtmlReportRenderer;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** What browsers get. Each page is one file that loads nothing else. */
final class Pages {

    private static final HtmlPage CONSOLE =
            HtmlPage.of(Pages.class, List.of("console.css", "bench.css", "result.css"), "console.js", "console.html");

    private static final HtmlPage COVERAGE =
            HtmlPage.of(Pages.class, List.of("coverage.css"), "coverage.js", "coverage.html");

    private static final HtmlPage FAILURE =
            HtmlPage.of(Pages.class, List.of("failure.css"), "failure.js", "failure.html");

    private final Supplier<ConsoleSettings> settings;
    private final CurrentExchange exchange;

    /**
     * @param settings asked whenever the console is shown
     */
    Pages(Supplier<ConsoleSettings> settings, CurrentExchange exchange) {
        this.settings = settings;
        this.exchange = exchange;
    }

    /** The page that lists traces, and has requests profiled. */
    WebEndpointResponse<byte[]> console() {
        ConsoleSettings current = settings.get();
        HtmlPage page = CONSOLE.sendingTo(current.origins());
        return response(
                WebEndpointResponse.STATUS_OK,
                page.contentSecurityPolicy(),
                out -> page.write("Profiler · " + current.service(), current::write, out));
    }

    /** The page that tells what is traced. */
    WebEndpointResponse<byte[]> coverage(CoverageData data) {
        return response(
                WebEndpointResponse.STATUS_OK,
                COVERAGE.contentSecurityPolicy(),
                out -> COVERAGE.write("What is traced · " + data.service(), data, out));
    }

    WebEndpointResponse<byte[]> trace(Report report) {
        return response(
                WebEndpointResponse.STATUS_OK,
                HtmlReportRenderer.contentSecurityPolicy(),
                out -> new HtmlReportRenderer().render(report, out));
    }

    /** The page of two traces side by side. */
    WebEndpointResponse<byte[]> comparison(Comparison comparison) {
        return response(
                WebEndpointResponse.STATUS_OK,
                ComparisonPage.contentSecurityPolicy(),
                out -> new ComparisonPage().render(comparison, out));
    }

    WebEndpointResponse<byte[]> failure(int status, String message) {
        return response(
                status,
                FAILURE.contentSecurityPolicy(),
                out -> FAILURE.write("Profiler", json -> json.writeString(message), out));
    }

    private WebEndpointResponse<byte[]> response(int status, String policy, ResponseText text) {
        exchange.setHeader("Content-Security-Policy", policy + "; frame-ancestors 'self'");
        exchange.setHeader("Referrer-Policy", "no-referrer");
        return new WebEndpointResponse<>(ResponseText.bytes(text), status, ResponseFormat.HTML.getProducedMimeType());
    }
}
