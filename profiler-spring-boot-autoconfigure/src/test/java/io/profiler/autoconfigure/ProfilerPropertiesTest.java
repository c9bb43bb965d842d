// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.export.ExportSettings;
import io.profiler.store.StoreOptions;
import io.profiler.test.CollectingSink;
import io.profiler.trace.CaptureSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

class ProfilerPropertiesTest {

    @Test
    void defaults() {
        ProfilerProperties properties = bind(Map.of());

        assertThat(properties.enabled()).isFalse();
        assertThat(properties.connectionString()).isNull();
        assertThat(properties.hmacKeys()).isEmpty();
        assertThat(properties.tracesNeitherRequestsNorStores()).isTrue();
        assertThat(properties.filterErrorTrace()).isFalse();
        assertThat(properties.retention()).isNull();
        assertThat(properties.capture().settings(properties.limits().textLength()))
                .isEqualTo(CaptureSettings.defaults());
        assertThat(properties.export().settings()).isEqualTo(ExportSettings.defaults());
        assertThat(properties.storeOptions()).isEqualTo(StoreOptions.defaults());
    }

    @Test
    void theNamesOfTheGuideWithUnderscores() {
        ProfilerProperties properties = fromYaml("""
                profiler:
                  enabled: true
                  connection_string: mongodb://localhost:27017
                  hmac_keys: 123
                  trace_wsgi_transport: true
                  trace_message_store: true
                  trace_management_store: true
                  filter_error_trace: true
                """);

        assertThat(properties.enabled()).isTrue();
        assertThat(properties.connectionString()).isEqualTo("mongodb://localhost:27017");
        assertThat(properties.hmacKeys()).containsExactly("123");
        assertThat(properties.traceWsgiTransport()).isTrue();
        assertThat(properties.traceMessageStore()).isTrue();
        assertThat(properties.traceManagementStore()).isTrue();
        assertThat(properties.filterErrorTrace()).isTrue();
    }

    @Test
    void keysAsAListAndAsATextWithCommas() {
        List<String> expected = List.of("one", "2", "three");

        assertThat(fromYaml("profiler.hmac-keys: [one, 2, three]").hmacKeys()).isEqualTo(expected);
        assertThat(fromYaml("profiler.hmac-keys: one, 2 ,three").hmacKeys()).isEqualTo(expected);
    }

    @Test
    void conditionsReadTheSameNamesAsTheBinder() {
        new ApplicationContextRunner()
                .withUserConfiguration(BaseApplication.class)
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "test",
                                Map.of(
                                        "profiler.enabled",
                                        true,
                                        "profiler.hmac_keys",
                                        123,
                                        "profiler.trace_wsgi_transport",
                                        "true",
                                        "profiler.traceMessageStore",
                                        "true"))))
                .run(context -> assertThat(context)
                        .hasBean("io.profiler.controllerLayer")
                        .hasBean("io.profiler.messageStoreLayer")
                        .doesNotHaveBean("io.profiler.managementStoreLayer"));
    }

    @Test
    void environmentVariables() {
        new ApplicationContextRunner()
                .withUserConfiguration(BaseApplication.class)
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment",
                                Map.of(
                                        "PROFILER_ENABLED", "true",
                                        "PROFILER_HMACKEYS", "a,b",
                                        "PROFILER_TRACEMANAGEMENTSTORE", "true"))))
                .run(context -> {
                    assertThat(context).hasSingleBean(CollectingSink.class).hasBean("io.profiler.managementStoreLayer");
                    assertThat(context.getBean(ProfilerProperties.class).hmacKeys())
                            .containsExactly("a", "b");
                });
    }

    @Test
    void whatIsNotShownCanBeChanged() {
        CaptureSettings changed = fromYaml("""
                profiler.capture:
                  path: false
                  query: false
                  messages: false
                  redacted_names: [iban]
                  redacted_query_names: ""
                  redacted_shapes: false
                """).capture().settings(100);

        assertThat(changed)
                .isEqualTo(
                        new CaptureSettings(false, false, false, false, true, List.of("iban"), List.of(), false, 100));
    }

    @Test
    void theTextFormShowsNoSecret() {
        assertThat(fromYaml("""
                profiler:
                  hmac-keys: s3cr3t
                  connection-string: mongodb://user:s3cr3t@host
                """)).asString().doesNotContain("s3cr3t");
    }

    private static ProfilerProperties fromYaml(String yaml) {
        YamlPropertiesFactoryBean factory = new YamlPropertiesFactoryBean();
        factory.setResources(new ByteArrayResource(yaml.getBytes()));
        return bind(factory.getObject());
    }

    private static ProfilerProperties bind(Map<?, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("profiler", ProfilerProperties.class);
    }
}
