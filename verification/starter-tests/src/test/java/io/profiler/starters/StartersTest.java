// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.starters.apps.web.WebApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each starter in an application that has web and Actuator, and no database of its own. */
class StartersTest {

    private static final List<String> APPLICATION = List.of(
            "org.springframework.boot:spring-boot-starter-webmvc",
            "org.springframework.boot:spring-boot-starter-actuator",
            "com.h2database:h2");

    private static final Map<String, List<String>> WITHOUT = StartedApplication.run(WebApplication.class, APPLICATION);

    /** By its bean's name Spring Boot calls it 'profiler'. */
    private static final String HEALTH = "profilerHealthContributor";

    @Test
    void theApplicationIsHealthyByItself() {
        assertThat(WITHOUT.get("answer").get(0)).contains("\"status\":\"UP\"");
    }

    @ParameterizedTest
    @CsvSource({
        "profiler-spring-boot-starter, mongodb://127.0.0.1:1,",
        "profiler-spring-boot-starter-jdbc, jdbc:h2:mem:traces,",
        "profiler-spring-boot-starter-redis, redis://127.0.0.1:1, reactiveHealthContributorRegistry",
        "profiler-spring-boot-starter-elasticsearch, elasticsearch://127.0.0.1:1,",
        "profiler-spring-boot-starter-rabbitmq, rabbit://127.0.0.1:1,",
        "profiler-spring-boot-starter-otlp, otlp://127.0.0.1:1,"
    })
    void anApplicationStartsIsHealthyAndHasNoBeanMore(String starter, String connectionString, String ofReactor) {
        List<String> dependencies = new ArrayList<>(APPLICATION);
        dependencies.add("io.profiler:" + starter);

        Map<String, List<String>> on = StartedApplication.run(
                WebApplication.class,
                dependencies,
                "profiler.enabled=true",
                "profiler.hmac-keys=key",
                "profiler.connection-string=" + connectionString);

        on.get("beans").removeIf(bean -> bean.equals(HEALTH) || bean.equals(ofReactor));
        Inventories.assertSame(on, WITHOUT);
    }
}
