// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.trace.Profiler;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.restclient.test.autoconfigure.RestClientTest;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;

/** A bean that needs a Profiler gets one in each of Spring Boot's slices, though none has the profiler's other beans. */
class TestSlicesTest {

    @AutoConfigurationPackage
    @Configuration(proxyBeanMethods = false)
    static class Application {}

    abstract static class Slice {

        @Autowired
        private Profiler profiler;

        @Test
        void hasAProfilerThatDoesNothing() {
            assertThat(profiler).isSameAs(Profiler.NOOP);
        }
    }

    @Nested
    @WebMvcTest(properties = "profiler.enabled=true")
    @ContextConfiguration(classes = Application.class)
    class WebMvc extends Slice {}

    @Nested
    @DataJdbcTest(properties = "profiler.enabled=true")
    @ContextConfiguration(classes = Application.class)
    class DataJdbc extends Slice {}

    @Nested
    @DataJpaTest(properties = "profiler.enabled=true")
    @ContextConfiguration(classes = Application.class)
    class DataJpa extends Slice {}

    @Nested
    @JdbcTest(properties = "profiler.enabled=true")
    @ContextConfiguration(classes = Application.class)
    class Jdbc extends Slice {}

    @Nested
    @RestClientTest(properties = "profiler.enabled=true")
    @ContextConfiguration(classes = Application.class)
    class RestClient extends Slice {}

    @Nested
    @JsonTest(properties = "profiler.enabled=true")
    @ContextConfiguration(classes = Application.class)
    class Json extends Slice {}
}
