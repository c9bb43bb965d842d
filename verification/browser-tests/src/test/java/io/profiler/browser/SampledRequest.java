// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A request of 200 ms with two queries, and what looks at its thread found, as a service writes it. */
final class SampledRequest {

    private static final List<String> FRAMES = List.of(
            "com.acme.shop.CatalogController.list",
            "com.acme.shop.Price.of",
            "java.util.HashMap.get",
            "com.acme.shop.Stock.lock",
            "jdk.internal.misc.Unsafe.park",
            "org.postgresql.core.v3.QueryExecutorImpl.execute",
            "java.net.SocketInputStream.read");

    private SampledRequest() {}

    /** Of 14 looks at the controller 10 find the making of a price, the last 4 a lock. */
    static Report report() {
        List<Map<String, Object>> spans = List.of(
                Map.of(
                        "span",
                        "c",
                        "stacks",
                        "0(1=6r(2=4r) 3(4=4l))",
                        "times",
                        "120:0 100:0 100:0 480:0 100:1 100:1 100:0 100:0 100:1 100:1 300:2 100:2 100:2 90:2"),
                Map.of("span", "p", "stacks", "5(6=2d)", "times", "500:0 100:0"));
        return Report.of(List.of(
                point("wsgi-start", "r", "base", 0, Map.of("request", Map.of("path", "/catalog", "method", "GET"))),
                point("controller-start", "c", "r", 10_000, function("com.acme.shop.CatalogController.list")),
                point("db-start", "p", "c", 45_000, Map.of("db", Map.of("statement", "SELECT a FROM price"))),
                point("db-stop", "p", "c", 75_000, Map.of()),
                point("db-start", "q", "c", 150_000, Map.of("db", Map.of("statement", "SELECT b FROM stock"))),
                point("db-stop", "q", "c", 155_000, Map.of()),
                point("controller-stop", "c", "r", 198_000, Map.of("alloc", 1_234_567, "cpu", 98_000)),
                point("wsgi-stop", "r", "base", 200_000, Map.of("samples", samples(spans)))));
    }

    private static Map<String, Object> samples(List<Map<String, Object>> spans) {
        return Map.of("every", 10.2, "taken", 17, "left_out", 1, "frames", FRAMES, "spans", spans);
    }

    /** As many looks as are asked for, at one method that calls thousands of others. */
    static Report with(int looks) {
        String stacks = IntStream.range(0, looks)
                .mapToObj(look -> 1 + look % 2_000 + "(" + look % 7 + "=1" + "rlnfzqdcu".charAt(look % 9) + ")")
                .collect(Collectors.joining(" ", "0(", ")"));
        String times = IntStream.range(0, looks).mapToObj(look -> "1:" + look).collect(Collectors.joining(" "));
        List<String> frames = IntStream.range(0, 2_001)
                .mapToObj(i -> "com.acme.Class" + i % 50 + ".method" + i)
                .toList();
        Map<String, Object> samples = Map.of(
                "every",
                0.1,
                "taken",
                looks,
                "frames",
                frames,
                "spans",
                List.of(Map.of("span", "r", "stacks", stacks, "times", times)));
        return Report.of(List.of(
                point("wsgi-start", "r", "base", 0, Map.of()),
                point("wsgi-stop", "r", "base", 100 * looks, Map.of("samples", samples))));
    }

    private static Map<String, Object> function(String name) {
        return Map.of("function", Map.of("name", name, "args", "()", "kwargs", "{}"));
    }

    private static TracePoint point(String name, String id, String parent, int micros, Map<String, Object> info) {
        Map<String, Object> onHost = new HashMap<>(info);
        onHost.put("host", "node-1");
        String timestamp =
                String.format(Locale.ROOT, "2026-01-31T12:00:%02d.%06d", micros / 1_000_000, micros % 1_000_000);
        return new TracePoint(name, "base", id, parent, timestamp, onHost, "demo", "shop");
    }
}
