// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.UnexplainedTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** What Spring MVC does before and after a controller. */
class HandlingTest {

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(Service.WITHOUT_METRICS, "profiler.trace-observations=false");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aViewIsRenderedInASpan() {
        Spans spans = service.profiled("/page");

        assertThat(spans.response().body()).isEqualTo("page");
        assertThat(spans.tree()).isEqualTo("wsgi(controller view(menu))");
        assertThat(spans.info("view-start")).containsEntry("view", Map.of("name", "page"));
    }

    @Test
    void aViewThatFailsIsAFailedSpan() {
        Spans spans = service.profiled("/broken-page");

        assertThat(spans.response().statusCode()).isEqualTo(500);
        assertThat(spans.info("view-stop"))
                .containsEntry("etype", "java.lang.IllegalStateException")
                .containsEntry("message", "no such variable");
    }

    @Test
    void aForwardIsNoView() {
        assertThat(service.profiled("/forward").tree()).isEqualTo("wsgi(controller controller view(menu))");
    }

    @Test
    @EnabledForJreRange(minVersion = 21)
    void aForwardOnAThreadOfTheControllersIsInsideOfIt() {
        assertThat(service.profiled("/forward-elsewhere").tree())
                .isEqualTo("wsgi(controller(controller view(menu) after))");
    }

    @Test
    void aViewGoesOnAfterAPageThatItIncludes() {
        assertThat(service.profiled("/including-page").tree())
                .isEqualTo("wsgi(controller view(controller view(menu) footer))");
    }

    @Test
    void aViewThatForwardsEndsAfterThatPage() {
        assertThat(service.profiled("/forwarding-page").tree())
                .isEqualTo("wsgi(controller view(controller view(menu)))");
    }

    @Test
    void aRedirectIsNoView() {
        assertThat(service.profiled("/elsewhere").tree()).isEqualTo("wsgi(controller)");
    }

    @Test
    void theRootTellsHowLongItsBodiesTook() {
        Spans spans = service.profiledPost("/json", "{\"a\": 1}");

        assertThat(spans.response().body()).isEqualTo("{\"got\":{\"a\":1}}");
        Map<?, ?> bodies = (Map<?, ?>) spans.info("wsgi-stop").get("bodies");
        assertThat(bodies.keySet()).hasToString("[read, write]");
        assertThat(bodies.values()).allSatisfy(body -> {
            assertThat(((Map<?, ?>) body).get("converter")).isEqualTo("JacksonJsonHttpMessageConverter");
            assertThat((Long) ((Map<?, ?>) body).get("micros")).isNotNegative();
        });
    }

    @Test
    void aBodyThatCannotBeReadIsNotTold() {
        Spans spans = service.profiledPost("/json", "{");

        assertThat(spans.response().statusCode()).isEqualTo(400);
        assertThat(((Map<?, ?>) spans.info("wsgi-stop").get("bodies")).containsKey("read"))
                .isFalse();
    }

    @Test
    void theRootTellsWhatItWentThroughWhereNoSpanIs() {
        Spans spans = service.profiled("/page");

        assertThat(phases(spans))
                .startsWith("profiler", "filters", "mapping")
                .containsSubsequence("arguments", "filters");
        assertThat(members(spans).map(phase -> (Long) phase.get("from"))).isSorted();
    }

    @Test
    void theLastPhaseEndsWithTheRoot() {
        Spans spans = service.profiled("/page");

        long rootMicros = UnexplainedTime.of(Report.of(spans.points())).ofMicros();
        Map<?, ?> last = members(spans).reduce((first, second) -> second).orElseThrow();
        assertThat((Long) last.get("from") + (Long) last.get("micros")).isCloseTo(rootMicros, within(4L));
    }

    @Test
    void aRequestIsExplained() {
        assertThat(IntStream.range(0, 10).mapToDouble(i -> explainedPart(service.profiled("/page"))))
                .anyMatch(part -> part > 0.95);
    }

    @Test
    void argumentsThatCannotBeMadeAreTheLastPhaseBeforeTheAnswer() {
        Spans spans = service.profiledPost("/json", "{");

        assertThat(spans.tree()).as("the error page's controller").isEqualTo("wsgi(controller)");
        assertThat(phases(spans)).containsSubsequence("mapping", "arguments", "filters", "mapping");
    }

    @Test
    void anErrorPageIsPartOfItsRequest() {
        Spans spans = service.profiled("/broken-page");

        assertThat(phases(spans)).containsSubsequence("filters", "mapping", "filters", "mapping", "arguments");
    }

    @Test
    void ofAFileNoControllerIsCalled() {
        Spans spans = service.profiled("/file.txt");

        assertThat(spans.response().body()).isEqualTo("a file");
        assertThat(phases(spans)).containsSubsequence("filters", "mapping", "resource", "filters");
    }

    @Test
    void anAsynchronousRequestWaits() {
        Spans spans = service.profiled("/callable");

        assertThat(spans.response().body()).isEqualTo("called");
        assertThat(phases(spans))
                .containsSubsequence("mapping", "arguments", "async")
                .endsWith("async", "filters", "mapping", "interceptors", "result", "filters", "profiler", "container");
    }

    private static List<String> phases(Spans spans) {
        return members(spans).map(phase -> (String) phase.get("name")).toList();
    }

    private static Stream<Map<?, ?>> members(Spans spans) {
        return ((List<?>) spans.info("wsgi-stop").get("phases")).stream().map(phase -> (Map<?, ?>) phase);
    }

    private static double explainedPart(Spans spans) {
        UnexplainedTime time = UnexplainedTime.of(Report.of(spans.points()));
        return 1 - (double) time.micros() / time.ofMicros();
    }

    @Test
    void whatHandlesAnErrorTellsItsBody() {
        Spans spans = service.profiled("/refused");

        assertThat(spans.response().statusCode()).isEqualTo(422);
        assertThat(((Map<?, ?>) spans.info("wsgi-stop").get("bodies")).keySet()).hasToString("[write]");
    }

    @Test
    void anUnprofiledRequestIsServedAsEver() {
        assertThat(service.get("/page", Map.of()).body()).isEqualTo("page");
    }
}
