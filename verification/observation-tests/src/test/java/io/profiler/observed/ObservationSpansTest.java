// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The same application once without metrics, where nobody but the profiler observes, and once with them. */
class ObservationSpansTest {

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Contract {

        Service service;

        abstract Service start();

        @BeforeAll
        void startService() {
            service = start();
        }

        @AfterAll
        void stopService() {
            service.close();
        }

        @AfterEach
        void noThreadIsLeftProfiled() {
            assertThat(service.seen().left()).isEmpty();
        }

        @Test
        void observationsAreBelowWhatIsAroundThem() {
            assertThat(service.profiled("/observed").tree())
                    .isEqualTo("wsgi(spring.security.filterchains(spring.security.authorizations)"
                            + " controller(kitchen(hand(cup))) spring.security.filterchains)");
        }

        @Test
        void theRootTellsItsRoute() {
            Spans spans = service.profiled("/owners/7");

            assertThat(spans.info("wsgi-stop"))
                    .containsEntry("request", Map.of("route", "/owners/{id}"))
                    .containsEntry("response", Map.of("status", 200));
        }

        @Test
        void anErrorPageDoesNotTakeTheRoute() {
            Spans spans = service.profiled("/observed/not/there");

            assertThat(spans.response().statusCode()).isEqualTo(404);
            assertThat(spans.info("wsgi-stop")).containsEntry("request", Map.of("route", "/**"));
        }

        @Test
        void anAsynchronousRequestIsGoneOnWith() {
            Spans spans = service.profiled("/callable");

            assertThat(spans.response().body()).isEqualTo("called");
            assertThat(spans.info("wsgi-stop").get("phases"))
                    .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                    .extracting(phase -> phase.get("name"))
                    .containsSequence("async", "filters", "mapping")
                    .endsWith("profiler", "container");
        }

        @Test
        void aSpanTellsWhatTheObservationSays() {
            Map<String, Object> info = service.profiled("/observed").info("kitchen-stop");

            Map<?, ?> observation = (Map<?, ?>) info.get("observation");
            assertThat(observation.get("name")).isEqualTo("make tea");
            assertThat(observation.get("values")).isEqualTo(Map.of("size", "large", "password", "***"));
            assertThat(((Map<?, ?>) ((List<?>) observation.get("events")).get(0)).get("name"))
                    .isEqualTo("boiled");
        }

        @Test
        void anErrorOfAnObservationIsOneOfItsSpan() {
            assertThat(service.profiled("/observed", "fail", "yes").info("kitchen-stop"))
                    .containsEntry("etype", "java.lang.IllegalStateException")
                    .containsEntry("message", "no water");
        }

        @Test
        void whatIsDecidedIsNoSecret() {
            assertThat(service.profiled("/owners/7")
                            .point("spring.security.authorizations-stop")
                            .info())
                    .extracting("observation.values", InstanceOfAssertFactories.MAP)
                    .containsEntry("spring.security.authorization.decision", "true");
        }

        @Test
        void whoIsRefusedIsSeenInSecuritysSpans() {
            Spans spans = service.profiled("/secret");

            assertThat(spans.response().statusCode()).isEqualTo(401);
            assertThat(spans.points())
                    .filteredOn(point -> point.name().equals("spring.security.authorizations-stop"))
                    .first()
                    .extracting(TracePoint::errorType)
                    .isEqualTo("org.springframework.security.access.AccessDeniedException");
        }
    }

    @Nested
    class WithoutMetrics extends Contract {

        @Override
        Service start() {
            return Service.start(Service.WITHOUT_METRICS);
        }

        @Test
        void outsideOfAProfiledRequestThereIsNoObservation() {
            assertThat(service.get("/observed", Map.of()).body()).isEqualTo("noop");
            assertThat(service.profiled("/observed").response().body()).isEqualTo("observed");
        }
    }

    @Nested
    class WithMetrics extends Contract {

        @Override
        Service start() {
            return Service.start();
        }

        @Test
        void metricsCountProfiledRequestsAndOthers() {
            service.get("/owners/1", Map.of());
            service.profiled("/owners/1");
            long before = count();

            service.get("/owners/1", Map.of());
            service.profiled("/owners/1");

            assertThat(count() - before).isEqualTo(2);
            assertThat(service.get("/observed", Map.of()).body()).isEqualTo("observed");
        }

        private long count() {
            return service.bean(MeterRegistry.class)
                    .get("http.server.requests")
                    .tag("uri", "/owners/{id}")
                    .timer()
                    .count();
        }
    }
}
