// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class PathPrefixTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "/, ''", "/shop, /shop", "/shop/, /shop", "shop, /shop", "' /a/b/ ', /a/b"})
    void isReadAsSpringBootReadsIt(String written, String read) {
        MockEnvironment servlets = new MockEnvironment().withProperty("server.servlet.context-path", written);
        MockEnvironment dispatched = new MockEnvironment().withProperty("spring.mvc.servlet.path", written);
        MockEnvironment managed = new MockEnvironment().withProperty("management.server.base-path", written);
        MockEnvironment reactive = new MockEnvironment().withProperty("spring.webflux.base-path", written);

        assertThat(PathPrefix.ofServletContext(servlets)).isEqualTo(read);
        assertThat(PathPrefix.ofDispatcher(dispatched)).isEqualTo(read);
        assertThat(PathPrefix.ofManagement(managed)).isEqualTo(read);
        assertThat(PathPrefix.ofWebFlux(reactive)).isEqualTo(read);
    }
}
