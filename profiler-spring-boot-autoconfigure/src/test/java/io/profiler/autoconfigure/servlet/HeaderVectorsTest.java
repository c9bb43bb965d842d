// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.point.TracePoint;
import io.profiler.recordings.HeaderVector;
import io.profiler.test.CollectingSink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every header that was recorded with OSprofiler, through an application with the keys of the recording. That of a
 * server without keys is not here: such an application does not start; see {@code StartupFailureTest}.
 */
class HeaderVectorsTest {

    private static final String TRACE_ID = "X-Trace-Id";
    private static final Map<String, RunningApp> APPS = new HashMap<>();

    static Stream<HeaderVector> vectors() {
        return HeaderVector.all().stream().filter(vector -> !vector.serverKeys().isEmpty());
    }

    @AfterAll
    static void stop() {
        APPS.values().forEach(RunningApp::close);
        APPS.clear();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void atTheServlet(HeaderVector vector) throws Exception {
        RunningApp app = app(vector);
        MockMvc mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) app.context())
                .addFilter(app.context()
                        .getBean("io.profiler.filterRegistration", FilterRegistrationBean.class)
                        .getFilter())
                .build();
        MockHttpServletRequestBuilder signed = MockMvcRequestBuilders.get("/hello");
        headers(vector).forEach(signed::header);
        int before = points(app).size();

        MockHttpServletResponse unsigned =
                mvc.perform(MockMvcRequestBuilders.get("/hello")).andReturn().getResponse();
        MockHttpServletResponse response = mvc.perform(signed).andReturn().getResponse();

        assertThat(describe(response)).isEqualTo(describe(unsigned));
        assertProfiled(vector, vector.accepted(), response.getHeader(TRACE_ID), pointsAfter(app, before));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void overASocket(HeaderVector vector) {
        RunningApp app = app(vector);
        int before = points(app).size();

        List<String> unsigned = RawHttp.get(app.port(), "/hello", Map.of());
        List<String> response = RawHttp.get(app.port(), "/hello", headers(vector));

        assertThat(withoutDateAndReceipts(response)).isEqualTo(withoutDateAndReceipts(unsigned));
        // Blanks around a field's value are no part of it (RFC 9110, 5.5): the server has taken them off before anybody
        // sees the value, so that the signature of the value without blanks is right.
        boolean accepted = vector.accepted() || vector.name().equals("info-surrounding-space-old-hmac");
        assertProfiled(vector, accepted, traceId(response), pointsAfter(app, before));
    }

    private static void assertProfiled(HeaderVector vector, boolean accepted, String traceId, List<TracePoint> points) {
        if (!accepted) {
            assertThat(points).isEmpty();
            assertThat(traceId).isNull();
            return;
        }
        assertThat(points)
                .extracting(TracePoint::name)
                .containsExactly("wsgi-start", "controller-start", "controller-stop", "wsgi-stop");
        TracePoint root = points.get(0);
        if (vector.accepted() && !vector.name().equals("base-id-empty")) {
            assertThat(root.baseId()).isEqualTo(vector.baseId());
            assertThat(root.parentId()).isEqualTo(vector.parentId());
        }
        if (isPrintable(root.baseId())) {
            assertThat(traceId).isEqualTo(root.baseId());
        } else {
            assertThat(traceId).as("a header can hold nothing but ASCII").isNull();
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static Map<String, Object> describe(MockHttpServletResponse response) throws Exception {
        Map<String, Object> description = new TreeMap<>();
        response.getHeaderNames().forEach(name -> description.put(name, response.getHeaders(name)));
        description.remove(TRACE_ID);
        description.remove("Server-Timing");
        description.remove("Vary");
        description.put("status", response.getStatus());
        description.put("body", response.getContentAsString());
        return description;
    }

    private static List<String> withoutDateAndReceipts(List<String> response) {
        return response.stream()
                .filter(line ->
                        Stream.of("Date:", TRACE_ID, "Server-Timing:", "Vary:").noneMatch(line::startsWith))
                .toList();
    }

    private static String traceId(List<String> response) {
        return response.stream()
                .filter(line -> line.startsWith(TRACE_ID + ": "))
                .map(line -> line.substring(TRACE_ID.length() + 2))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> headers(HeaderVector vector) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Trace-Info", vector.info());
        headers.put("X-Trace-HMAC", vector.hmac());
        headers.values().removeIf(value -> value == null);
        return headers;
    }

    private static List<TracePoint> points(RunningApp app) {
        return app.bean(CollectingSink.class).points();
    }

    private static List<TracePoint> pointsAfter(RunningApp app, int before) {
        List<TracePoint> points = points(app);
        return points.subList(before, points.size());
    }

    private static RunningApp app(HeaderVector vector) {
        return APPS.computeIfAbsent(
                vector.serverHmacKeys(),
                keys -> RunningApp.start(
                        Application.class, "profiler.hmac-keys=" + keys, "profiler.trace-wsgi-transport=true"));
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.class, Application.HelloController.class})
    static class Application {

        @RestController
        static final class HelloController {

            @GetMapping("/hello")
            String hello() {
                return "hello";
            }
        }
    }
}
