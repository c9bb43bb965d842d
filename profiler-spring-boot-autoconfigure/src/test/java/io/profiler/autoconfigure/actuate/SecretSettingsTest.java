// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSettingsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noEndpointShowsThemWhatTheyMayShowOtherwise(boolean enabled) {
        try (RunningApp app = RunningApp.startPlain(
                SwitchableStoreApplication.class,
                "profiler.enabled=" + enabled,
                "profiler.hmac-keys=s3cr3t,old-s3cr3t",
                "profiler.connection-string=redis://:s3cr3t@localhost",
                "profiler.collector.connection-string=mongodb://u:s3cr3t@localhost",
                "profiler.collector.transport-url=rabbit://u:s3cr3t@localhost",
                "profiler.project=shown",
                "command.line=java -jar app.jar --profiler.hmac-keys=s3cr3t",
                "some.json={\n  \"profiler\" : {\n    \"enabled\" : true,\n    \"hmac-keys\" : \"s3cr3t\"\n  }\n}",
                "management.endpoints.web.exposure.include=env,configprops",
                "management.endpoint.env.show-values=always",
                "management.endpoint.configprops.show-values=always")) {
            assertThat(app.get("/actuator/env").body()).contains("\"shown\"").doesNotContain("s3cr3t");
            assertThat(app.get("/actuator/env/profiler.hmac-keys").body())
                    .contains("******")
                    .doesNotContain("s3cr3t");
            assertThat(app.get("/actuator/configprops").body()).doesNotContain("s3cr3t");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profiler.hmac-keys",
                "profiler.hmac_keys",
                "profiler.hmacKeys[0]",
                "profiler.HMAC-KEYS[12]",
                "PROFILER_HMACKEYS",
                "PROFILER_HMAC_KEYS_0",
                "profiler_hmac_keys",
                "profiler.connection-string",
                "profiler.connectionString",
                "PROFILER_CONNECTIONSTRING",
                "profiler.collector.connection-string",
                "PROFILER_COLLECTOR_TRANSPORT_URL",
                "PROFILER_COLLECTOR_TRANSPORTURL",
                "OSPROFILER_CONNECTION_STRING",
                "OSPROFILER_HMAC_KEYS",
                "OS_PROFILE",
                "OS_DEFAULT__TRANSPORT_URL"
            })
    void aNameInWhateverForm(String name) {
        assertThat(SecretSettings.isNamed(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"profiler.enabled", "spring.datasource.url", "hmac-keys", "profiler.export.batch-size", "os.name"
            })
    void anotherName(String name) {
        assertThat(SecretSettings.isNamed(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"profiler\":{\"enabled\":true,\"hmac-keys\":\"a\"}}",
                "{\n  \"profiler\": {\n    \"enabled\": true,\n    \"hmacKeys\": [\n      \"a\"\n    ]\n  }\n}",
                "-Dprofiler.connection-string=redis://:a@b",
                "-DPROFILER_CONNECTIONSTRING=redis://:a@b",
                "PROFILER_COLLECTOR_TRANSPORT_URL=rabbit://a:b@c java -jar app.jar",
                "java -jar app.jar --profiler.enabled=true --PROFILER.HMAC_KEYS[0]=a"
            })
    void aValueThatHoldsASetting(String value) {
        assertThat(SecretSettings.areIn(value)).isTrue();
    }

    @Test
    void aValueThatHoldsOneFarBehindItsPrefix() {
        String others = "\"other\": \"" + "x".repeat(100_000) + "\"";
        assertThat(SecretSettings.areIn("{\"profiler\": {" + others + ", \"hmac-keys\": \"a\"}}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the profiler of this application",
                "/app/lib/profiler-core.jar:/app/lib/profiler-store-rabbitmq.jar",
                "hmac-keys of something else"
            })
    void anotherValue(String value) {
        assertThat(SecretSettings.areIn(value)).isFalse();
    }
}
