// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
    void anUnprofiledRequestIsServedAsEver() {
        assertThat(service.get("/page", Map.of()).body()).isEqualTo("page");
    }
}
