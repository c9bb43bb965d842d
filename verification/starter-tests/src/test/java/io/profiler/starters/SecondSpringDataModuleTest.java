// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.starters.apps.jdbc.JdbcApplication;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where Spring Data leaves out an application's repositories because of a starter, the start says what to change. */
@ExtendWith(OutputCaptureExtension.class)
class SecondSpringDataModuleTest {

    @ParameterizedTest
    @CsvSource({
        "profiler-spring-boot-starter, spring-data-mongodb",
        "profiler-spring-boot-starter-redis, spring-data-redis"
    })
    void theStartFailsWithTheLinesToChange(String starter, String module, CapturedOutput output) {
        List<String> dependencies = List.of(
                "org.springframework.boot:spring-boot-starter-data-jdbc",
                "com.h2database:h2",
                "io.profiler:" + starter);

        assertThatThrownBy(() -> StartedApplication.run(JdbcApplication.class, dependencies))
                .isInstanceOf(IllegalStateException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(
                        "'io.profiler.starters.apps.jdbc.Books' is a Spring Data repository that no module has taken.")
                .contains("spring-data-jdbc", "If the application does not use " + module + " itself")
                .contains("    <artifactId>" + starter + "</artifactId>")
                .contains("    <artifactId>profiler-spring-boot-starter-jdbc</artifactId>");
    }
}
