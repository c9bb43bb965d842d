// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ServerEncryptionTest {

    @ParameterizedTest
    @CsvSource({
        "'',",
        "server.ssl.bundle=web,",
        "server.ssl.bundle=web management.server.ssl.bundle=admin,",
        "server.ssl.bundle=web management.server.ssl.enabled=false, https",
        "server.ssl.bundle=web server.ssl.enabled=false,",
        "server.ssl.bundle=web server.ssl.enabled=false management.server.ssl.key-store=admin.p12, http",
        "management.server.ssl.certificate=admin.pem, http",
        "management.server.ssl.enabled=true,"
    })
    void theApplicationHasASchemeOfItsOwnWhereOneServerAloneSpeaksTls(String properties, String scheme) {
        MockEnvironment environment = new MockEnvironment();
        for (String property : properties.split(" ")) {
            String[] parts = property.split("=");
            environment.setProperty(parts[0], parts[parts.length - 1]);
        }

        assertThat(new ServerEncryption(environment).schemeWhereOnlyOneIs()).isEqualTo(scheme);
    }
}
