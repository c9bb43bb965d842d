// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.admission.Admission;
import io.profiler.autoconfigure.kit.RawHttp;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import io.profiler.trace.Profiler;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A trace says what the client waited for and got, error page included; and the client gets the trace's id with it. */
class OutcomeTest {

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.start(OutcomeApplication.class, "profiler.trace-wsgi-transport=true");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "/plain, 200, none, wsgi(controller)",
                "/gone, 404, none, wsgi(controller controller)",
                "/fail, 503, broken, wsgi(controller controller)",
                "/outer-fail, 422, broken, wsgi(controller)",
                "/mapped, 409, none, wsgi(controller controller)",
                "/silent, 503, none, wsgi(controller controller)",
                "/error-page-fails, 423, no page, wsgi(controller controller)",
                "/reset, 200, none, wsgi(controller)",
                "/cleared, 404, none, wsgi(controller controller)",
                "/unchanged, 304, none, wsgi(controller)",
                "/redirect, 302, none, wsgi(controller)",
                "/nowhere, 409, none, wsgi(controller)"
            })
    void aTraceTellsWhatTheClientGot(String path, int status, String message, String tree) {
        Trace trace = app.profiled(path);

        assertThat(trace.response().statusCode()).isEqualTo(status);
        assertThat(trace.response().headers().allValues("X-Trace-Id")).containsExactly(trace.baseId());
        assertThat(trace.tree()).isEqualTo(tree);
        assertThat(trace.info("wsgi-stop")).containsEntry("response", Map.of("status", status));
        assertThat(trace.info("wsgi-stop").get("message")).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"/gone", "/fail", "/silent"})
    void theErrorPageIsPartOfTheTime(String path) {
        Trace trace = app.profiled(path);

        trace.tree();
        String lastOfTheErrorPage = trace.points().stream()
                .filter(point -> point.name().equals("controller-stop"))
                .map(TracePoint::timestamp)
                .max(String::compareTo)
                .orElseThrow();
        assertThat(trace.points().stream().filter(point -> point.name().equals("wsgi-stop")))
                .singleElement()
                .satisfies(stop -> assertThat(stop.timestamp()).isGreaterThanOrEqualTo(lastOfTheErrorPage));
    }

    /** Which of the two statuses the container sends when another thread asks for an error page is its own affair. */
    @Test
    void anErrorFromAnotherThreadHasTheStatusOfTheResponse() {
        Trace trace = app.profiled("/callable-gone");

        assertThat(trace.info("wsgi-stop"))
                .containsEntry("response", Map.of("status", trace.response().statusCode()));
        assertThat(trace.response().headers().firstValue("X-Trace-Id")).contains(trace.baseId());
    }

    @Test
    void anErrorOnceTheResponseIsSentLeavesItsStatus() {
        List<String> response = RawHttp.get(app.port(), "/committed", RunningApp.signed("committed"));

        assertThat(response).contains("HTTP/1.1 200 ", "X-Trace-Id: committed", "sent");
        assertThat(new Trace("committed", null, app.bean(CollectingSink.class)).info("wsgi-stop"))
                .containsEntry("response", Map.of("status", 200))
                .containsEntry("message", "late");
    }

    @Test
    void whatTheProfilerCannotReadOfARequestIsNoAffairOfTheApplications() {
        Trace trace = app.profiled("/outer-strange");

        assertThat(trace.response().statusCode()).isEqualTo(200);
        assertThat(trace.response().body()).isEqualTo("plain");
        assertThat(trace.response().headers().firstValue("X-Trace-Id")).contains(trace.baseId());
    }

    @Test
    void whatTheApplicationTellsOfARequestMayThrowAndTheRequestEnds() {
        Trace trace = app.profiled("/hostile-info");

        assertThat(trace.tree()).isEqualTo("wsgi(controller)");
        assertThat(trace.info("wsgi-stop"))
                .containsEntry("response", Map.of("status", 200))
                .containsKey("phases");
        await().until(() -> !app.bean(Admission.class).isProfiling());
    }

    @Test
    void aRequestThatCannotBeBegunLeavesNothingBehind() throws Exception {
        Profiler profiler = app.bean(Profiler.class);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/plain");
        RunningApp.signed("not-begun").forEach(request::addHeader);
        HttpServletRequestWrapper failing = new HttpServletRequestWrapper(request) {
            @Override
            public ServletRequest getRequest() {
                throw new StackOverflowError("of a test");
            }
        };

        filter().doFilter(failing, new MockHttpServletResponse(), (asked, answered) -> {
            assertThat(asked).isSameAs(failing);
            assertThat(profiler.context()).isEmpty();
        });

        assertThat(profiler.context()).isEmpty();
        await().until(() -> !app.bean(Admission.class).isProfiling());
    }

    private static Filter filter() {
        return app.context()
                .getBean("io.profiler.filterRegistration", FilterRegistrationBean.class)
                .getFilter();
    }

    @Test
    void aTestWithoutAContainerEndsTheRequestItself() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) app.context())
                .addFilter(filter())
                .build();
        MockHttpServletRequestBuilder signed = MockMvcRequestBuilders.get("/callable");
        RunningApp.signed("mock").forEach(signed::header);

        MvcResult started = mvc.perform(signed).andReturn();
        mvc.perform(MockMvcRequestBuilders.asyncDispatch(started));

        assertThat(new Trace("mock", null, app.bean(CollectingSink.class)).info("wsgi-stop"))
                .containsEntry("response", Map.of("status", 200));
    }

    @Test
    void theHeadOfAResponseHasTheIdToo() {
        HttpResponse<String> head = app.send("HEAD", app.port(), "/plain", RunningApp.signed("head"));

        assertThat(head.headers().firstValue("X-Trace-Id")).contains("head");
        assertThat(new Trace("head", head, app.bean(CollectingSink.class)).info("wsgi-stop"))
                .containsEntry("response", Map.of("status", 200));
    }
}
