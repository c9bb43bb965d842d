// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.store.OpenedStores;
import io.profiler.test.NoContextLeft;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(NoContextLeft.class)
class ThreeServicesTest {

    private static final String KEY = "of the shop's owner";
    private static final List<ConfigurableApplicationContext> SERVICES = new ArrayList<>();

    @BeforeAll
    static void start() {
        String stock = start("stock");
        String shop = start("shop", "stock.url=" + stock);
        start("edge", "shop.url=" + shop);
    }

    @AfterAll
    static void stop() {
        SERVICES.forEach(ConfigurableApplicationContext::close);
    }

    private static String start(String name, String... properties) {
        Stream<String> all = Stream.concat(
                Stream.of(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "profiler.enabled=true",
                        "profiler.hmac-keys=" + KEY,
                        "profiler.trace-wsgi-transport=true",
                        "profiler.connection-string=jdbc:h2:mem:traces;DB_CLOSE_DELAY=-1"),
                Stream.of(properties));
        ConfigurableApplicationContext service =
                Services.start(name, all.map(property -> "--" + property).toArray(String[]::new));
        SERVICES.add(service);
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return "http://127.0.0.1:" + port;
    }

    @Test
    void oneTraceIsOneTreeOverAllOfThem() throws Exception {
        HttpResponse<String> unprofiled = checkOut(Map.of());

        HttpResponse<String> profiled = checkOut(signed());

        assertThat(profiled.statusCode()).isEqualTo(unprofiled.statusCode()).isEqualTo(200);
        Report report = whole(profiled);
        assertThat(report.roots()).hasSize(1);
        assertThat(steps(report))
                .contains(
                        "edge wsgi > edge controller",
                        "edge controller > shop wsgi",
                        "shop wsgi > shop spring.security.filterchains",
                        "shop wsgi > shop controller",
                        "shop controller > shop service",
                        "shop service > shop http.client.requests",
                        "shop http.client.requests > stock wsgi",
                        "stock wsgi > stock controller",
                        "stock controller > stock repository",
                        "stock repository > stock db",
                        "shop service > shop repository",
                        "shop repository > shop db",
                        "shop service > shop db.commit");
    }

    @Test
    void whatGoesOnAfterTheAnswerIsBelowWhatBeganIt() throws Exception {
        Report report = whole(checkOut(signed()));

        assertThat(report.spans())
                .filteredOn(span -> "Orders.findById".equals(span.subject()))
                .hasSize(1)
                .allMatch(invoice -> report.spans().stream()
                        .anyMatch(span -> span.traceId().equals(invoice.parentId())
                                && span.qualifiedService().equals("shop/shop")));
    }

    private static Map<String, String> signed() {
        String baseId = UUID.randomUUID().toString();
        return SignedHeaders.sign(new TraceContext(baseId, baseId, KEY)).asMap();
    }

    /** What a request has led to, once the work after it has ended, too. */
    private static Report whole(HttpResponse<String> profiled) {
        String baseId = profiled.headers().firstValue("X-Trace-Id").orElseThrow();
        await().untilAsserted(() -> {
            List<ReportSpan> spans = report(baseId).spans();
            assertThat(spans).allMatch(ReportSpan::isFinished);
            assertThat(spans).filteredOn(span -> span.name().equals("wsgi")).hasSize(3);
            assertThat(spans)
                    .filteredOn(span -> "Orders.findById".equals(span.subject()))
                    .hasSize(1);
        });
        return report(baseId);
    }

    /** Each span with the one above it. */
    private static Set<String> steps(Report report) {
        Set<String> steps = new TreeSet<>();
        for (ReportSpan parent : report.spans()) {
            for (ReportSpan child : report.childrenOf(parent)) {
                steps.add(named(parent) + " > " + named(child));
            }
        }
        return steps;
    }

    private static String named(ReportSpan span) {
        return span.service() + " " + span.name();
    }

    private static HttpResponse<String> checkOut(Map<String, String> headers) throws Exception {
        int port =
                ((WebServerApplicationContext) SERVICES.get(2)).getWebServer().getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/checkout/apple"))
                .POST(HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Report report(String baseId) {
        return Report.of(SERVICES.get(0)
                .getBean(OpenedStores.class)
                .reader()
                .orElseThrow()
                .read(baseId));
    }
}
