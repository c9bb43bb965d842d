// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** The profiler is off here: a misspelt switch must be told of as well. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsCheckTest {

    private static final String UNKNOWN = " is not a property of the profiler. Did you mean '";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ProfilerSettingsAutoConfiguration.class));

    @ParameterizedTest
    @CsvSource({
        "profiler.enable, profiler.enabled",
        "profiler.trace-wsgi-transprot, profiler.trace-wsgi-transport",
        "profiler.trace_wsgi_transprot, profiler.trace-wsgi-transport",
        "profiler.hmac-key, profiler.hmac-keys",
        "profiler.hmac.keys, profiler.hmac-keys",
        "profiler.queue-capacity, profiler.export.queue-capacity",
        "profiler.export.queue-capaciti, profiler.export.queue-capacity",
        "profiler.collector.transport-uri, profiler.collector.transport-url",
        "profiler.enabled.now, profiler.enabled",
        "profiler.enabled[0], profiler.enabled"
    })
    void anUnknownNameIsToldOfWithTheNearestOne(String written, String meant, CapturedOutput output) {
        runner.withPropertyValues(written + "=x")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).containsOnlyOnce(UNKNOWN + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({
        "PROFILER_ENABLE, profiler.enabled",
        "PROFILER_TRACE_WSGI_TRANSPROT, profiler.trace-wsgi-transport",
        "PROFILER_HMAC_KEYZ, profiler.hmac-keys",
        "Profiler_Enabeld, profiler.enabled"
    })
    void soIsAVariableOfTheEnvironment(String written, String meant, CapturedOutput output) {
        variables(Map.of(written, "true")).run(context -> assertThat(context).hasNotFailed());

        assertThat(output).containsOnlyOnce(UNKNOWN + meant + "'?");
    }

    @Test
    void everyPropertyIsKnownInEachFormOfItsName(CapturedOutput output) {
        KnownProperties known = KnownProperties.of(
                ProfilerProperties.class, CollectorProperties.class, ReadingProperties.class, ConsoleProperties.class);

        known.names().forEach(name -> {
            runner.withPropertyValues(
                            name + "=true",
                            name.replace('-', '_') + "=true",
                            name.replace("-", "").toUpperCase(Locale.ROOT).replace("PROFILER.", "profiler.") + "=true")
                    .run(context -> assertThat(context).hasNotFailed());
            for (String variable : List.of(
                    variable(name.replace("-", "")),
                    variable(name.replace('-', '_')),
                    variable(name.replace('-', '_')).toLowerCase(Locale.ROOT))) {
                variables(Map.of(variable, "true"))
                        .run(context -> assertThat(context).hasNotFailed());
            }
        });

        assertThat(known.names())
                .contains("profiler.hmac-keys", "profiler.collector.prefetch")
                .hasSizeGreaterThan(25);
        assertThat(output).doesNotContain("WARN");
    }

    private static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @Test
    void elementsOfAListAndWhatIsNotTheProfilersAreNotToldOf(CapturedOutput output) {
        variables(Map.of("PROFILER_HMAC_KEYS_0", "a", "PROFILERS", "b", "OSPROFILER_CONNECTION_STRING", "c"))
                .withPropertyValues(
                        "profiler.hmac-keys[0]=a", "profiler.hmacKeys[1]=b", "profilers.enable=c", "profiler=d")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("WARN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "1", "TRUE ", "enabled"})
    void aSwitchThatIsNeitherTrueNorFalseIsToldOf(String value, CapturedOutput output) {
        variables(Map.of("PROFILER_ENABLED", value))
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce(
                        "is '" + value + "', which some switches take and others do not. Write true or false.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "TRUE", "", "${elsewhere:true}"})
    void aSwitchThatIsTrueOrFalseIsNot(String value, CapturedOutput output) {
        runner.withPropertyValues("profiler.enabled=" + value)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("WARN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profiler: {hmac-keys: 0123}",
                "profiler: {hmac-keys: [good, 12_34]}",
                "profiler: {hmac-keys: 0x53}",
                "profiler: {hmac-keys: yes}",
                "profiler: {service: 007}"
            })
    void aTextThatYamlTakesForSomethingElseIsToldOfWithoutItsValue(String yaml, CapturedOutput output) {
        yaml(yaml).run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce(" is not a text but a ")
                .contains("Put the value into quotes.")
                .contains("application.yml] - 1:")
                .doesNotContain("12_34' ", "1234' ");
    }

    @Test
    void aTextInQuotesIsAText(CapturedOutput output) {
        yaml("profiler: {hmac-keys: '0123', service: \"007\", retention: 7, export: {batch-size: 5}, enabled: false}")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("WARN");
    }

    private ApplicationContextRunner variables(Map<String, Object> variables) {
        return with(new SystemEnvironmentPropertySource(
                "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    }

    private ApplicationContextRunner yaml(String yaml) {
        try {
            return with(new YamlPropertySourceLoader()
                    .load("yaml", new Yaml(yaml.getBytes(StandardCharsets.UTF_8)))
                    .get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ApplicationContextRunner with(PropertySource<?> source) {
        return runner.withInitializer((ConfigurableApplicationContext context) ->
                context.getEnvironment().getPropertySources().addFirst(source));
    }

    private static final class Yaml extends ByteArrayResource {

        Yaml(byte[] text) {
            super(text, "application.yml");
        }
    }
}
