// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationTest {

    @Test
    void statementsThatDifferInValuesDoTheSame() {
        assertThat(words("db", Map.of("db", Map.of("statement", "SELECT a\n FROM t WHERE id IN (1, 2)"))))
                .isEqualTo("db SELECT a FROM t WHERE id IN (…)");
    }

    @Test
    void aCommandOfAnotherSystemStandsAsItIsButForNumbersAndIds() {
        assertThat(command("find a--b {x: ?}")).isEqualTo("find a--b {x: ?}");
        assertThat(command("find item2 {\"_id\": -17.5, v2: 3}")).isEqualTo("find item2 {\"_id\": ?, v2: ?}");
        assertThat(command("HGETALL cart:65b2f0c1:8f14e45f-ceea-467f-a0e6-2f2b1d2c3d4e"))
                .isEqualTo("HGETALL cart:?:?");
        assertThat(command("GET " + "deadbeef ".repeat(2_000))).hasSize(10_001).endsWith("…");
    }

    private static String command(String statement) {
        String words = words("db", Map.of("db", Map.of("statement", statement, "system", "any")));
        return words.substring("db ".length());
    }

    @Test
    void aRequestIsItsMethodAndItsRoute() {
        assertThat(words("wsgi", served("/owners/7"), Map.of("request", Map.of("route", "/owners/{owner}"))))
                .isEqualTo("wsgi GET /owners/{owner}");
        assertThat(words("wsgi", served("/owners/7"))).isEqualTo("wsgi GET /owners/{id}");
    }

    @Test
    void aCallIsItsMethodServerAndPath() {
        Map<String, ?> sent = Map.of(
                "requests",
                Map.of("method", "GET", "scheme", "http", "hostname", "stock", "port", 81, "path", "/items/7"));

        assertThat(words("http_client", sent, Map.of("requests", Map.of("status_code", 200))))
                .isEqualTo("http_client GET http://stock:81/items/{id}");
    }

    @Test
    void anythingElseIsWhatItIsAbout() {
        assertThat(words("controller", Map.of("function", Map.of("name", "a.b.Owners.list", "args", "(7)"))))
                .isEqualTo("controller Owners.list");
        assertThat(words("send", Map.of("messaging", Map.of("destination", "orders"))))
                .isEqualTo("send orders");
        assertThat(words("plain", Map.of())).isEqualTo("plain");
    }

    private static Map<String, ?> served(String path) {
        return Map.of("request", Map.of("method", "GET", "path", path, "query", "a=1"));
    }

    private static String words(String name, Map<String, ?> start) {
        return words(name, start, Map.of());
    }

    private static String words(String name, Map<String, ?> start, Map<String, ?> stop) {
        Report report = Report.of(List.of(
                TracePoints.point(name + "-start", "1", "base", 0, start),
                TracePoints.point(name + "-stop", "1", "base", 5, stop)));
        return Operation.of(report.spans().get(0)).words();
    }
}
