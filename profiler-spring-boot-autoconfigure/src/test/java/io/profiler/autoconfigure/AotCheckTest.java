// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.SpringProperties;

/** A context as AOT made it: it has the beans that it has, whatever the properties say when it starts. */
@ExtendWith(OutputCaptureExtension.class)
class AotCheckTest {

    private static final String ON_IN_VAIN =
            "is true, but has no effect: this application was processed ahead of time (AOT) while it was not.";

    private final ApplicationContextRunner withoutTheProfilersBeans = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    NoopProfilerAutoConfiguration.class, ProfilerSettingsAutoConfiguration.class));

    @BeforeEach
    void processedAheadOfTime() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
    }

    @AfterEach
    void asUsual() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profiler.enabled", "profiler.collector.enabled"})
    void aSwitchThatComesTooLateIsToldOf(String property, CapturedOutput output) {
        withoutTheProfilersBeans
                .withPropertyValues(property + "=true")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).containsOnlyOnce("'" + property + "' " + ON_IN_VAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profiler.trace-wsgi-transport",
                "profiler.trace-message-store",
                "profiler.trace-management-store"
            })
    void soIsALayerThatComesTooLateWhereTheProfilerIs(String property, CapturedOutput output) {
        withoutTheProfilersBeans
                .withBean("io.profiler.headerVerifier", String.class, () -> "made as it was on")
                .withPropertyValues("profiler.enabled=true", property + "=true")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).containsOnlyOnce("'" + property + "' " + ON_IN_VAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "profiler.flight-recorder.enabled=true, is true, io.profiler.filterRegistration",
        "profiler.console.relay=true, is true, io.profiler.endpoint",
        "profiler.slow.threshold=2s, is set, io.profiler.filterRegistration"
    })
    void soIsWhatDoesSomethingBesideOtherBeans(String set, String said, String beside, CapturedOutput output) {
        ApplicationContextRunner runner = withoutTheProfilersBeans
                .withBean("io.profiler.headerVerifier", String.class, () -> "made as it was on")
                .withPropertyValues("profiler.enabled=true", set);
        String warning = "'" + set.substring(0, set.indexOf('=')) + "' " + said + ", but has no effect";

        runner.run(context -> assertThat(output).doesNotContain(warning));
        runner.withBean(beside, String.class, () -> "made as well")
                .run(context -> assertThat(output).containsOnlyOnce(warning));
    }

    @ParameterizedTest
    @CsvSource({
        "profiler.flight-recorder.enabled, io.profiler.flightRecorder, io.profiler.filterRegistration",
        "profiler.console.relay, io.profiler.relay, io.profiler.endpoint"
    })
    void andItsBeansThatAreTakenBackTooLate(String property, String bean, String beside, CapturedOutput output) {
        withoutTheProfilersBeans
                .withBean("io.profiler.headerVerifier", String.class, () -> "made as it was on")
                .withPropertyValues("profiler.enabled=true")
                .withBean(bean, String.class, () -> "made when it was on")
                .withBean(beside, String.class, () -> "made as well")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).containsOnlyOnce("'" + property + "' is not true, but it was when");
    }

    @Test
    void layersOfAProfilerThatIsOffAreNot(CapturedOutput output) {
        withoutTheProfilersBeans
                .withPropertyValues(
                        "profiler.enabled=false",
                        "profiler.trace-wsgi-transport=true",
                        "profiler.trace-message-store=true",
                        "profiler.trace-management-store=true")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("AOT");
    }

    @Test
    void soIsOneThatIsTakenBackTooLate(CapturedOutput output) {
        withoutTheProfilersBeans
                .withBean("io.profiler.headerVerifier", String.class, () -> "made when it was on")
                .withPropertyValues("profiler.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce("'profiler.enabled' is not true, but it was when this application was processed ahead"
                        + " of time (AOT), which is what counts.");
    }

    @ParameterizedTest
    @CsvSource({
        "profiler.trace-repositories, io.profiler.repositoryLayer",
        "profiler.trace-services, io.profiler.serviceLayer",
        "profiler.trace-threads, io.profiler.executorPostProcessor",
        "profiler.trace-sql, io.profiler.dataSourcePostProcessor",
        "profiler.trace-observations, io.profiler.observedRegistries",
        "profiler.trace-http-clients, io.profiler.httpClients"
    })
    void soIsALayerThatIsOnByDefaultAndTakenBackTooLate(String property, String bean, CapturedOutput output) {
        withoutTheProfilersBeans
                .withBean("io.profiler.headerVerifier", String.class, () -> "made as it was on")
                .withPropertyValues("profiler.enabled=true", property + "=false")
                .withBean(bean, String.class, () -> "made when it was on")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).containsOnlyOnce("'" + property + "' is not true, but it was when");
    }

    @Test
    void nothingIsSaidWhereNothingWasMadeAheadOfTime(CapturedOutput output) {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);

        withoutTheProfilersBeans
                .withPropertyValues("profiler.enabled=true")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("AOT");
    }
}
