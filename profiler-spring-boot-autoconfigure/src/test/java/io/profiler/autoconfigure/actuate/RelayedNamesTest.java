// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayedNamesTest {

    private static final RelayedNames NAMES = new RelayedNames(List.of("X-Tenant", " x-shop ", "Host"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "authorization",
                "Content-Type",
                "COOKIE",
                "X-Requested-With",
                "X-XSRF-TOKEN",
                "X-Trace-Info",
                "X-Trace-HMAC",
                "X-Trace-Token",
                "traceparent",
                "x-tenant",
                "X-Shop"
            })
    void clientsSend(String name) {
        assertThatCode(() -> NAMES.requireAll(RelayedHeaders.of(name + ": value")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded",
                "X-Forwarded-User",
                "X-Original-Forwarded-For",
                "True-Client-IP",
                "X-Client-IP",
                "CF-Connecting-IP",
                "X-Cluster-Client-IP",
                "Via",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "Remote-User",
                "X-Remote-User",
                "X-SSL-Client-Cert",
                "X-Authenticated-User",
                "Origin",
                "Referer"
            })
    void onlyProxiesAndBrowsersSend(String name) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> NAMES.requireAll(RelayedHeaders.of(name + ": value")))
                .withMessage("headers: " + name + " is not relayed, unless profiler.console.relayed-headers names it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Transfer-Encoding", "content-length", "Connection"})
    void nobodyElseSays(String name) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> NAMES.requireAll(RelayedHeaders.of(name + ": value")))
                .withMessage("headers: " + name + " is not relayed");
    }
}
