// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Which of two servers speaks TLS: the application's, and that of its endpoints where these have a port of their own. */
final class ServerEncryption {

    private static final String APPLICATION = "server.ssl.";
    private static final String ENDPOINTS = "management.server.ssl.";
    private static final String ENABLED = "enabled";

    private final Environment environment;

    ServerEncryption(Environment environment) {
        this.environment = environment;
    }

    boolean isOfApplication() {
        return isOn(APPLICATION);
    }

    /**
     * The scheme of the application's addresses if it is not that of its endpoints. Else it is null: a proxy may speak TLS for
     * both, which only the address of the console tells.
     */
    @Nullable
    String schemeWhereOnlyOneIs() {
        boolean application = isOfApplication();
        return application == isOfEndpoints() ? null : application ? "https" : "http";
    }

    /** Without settings of its own, their server takes the application's. */
    private boolean isOfEndpoints() {
        return isSet(ENDPOINTS, ENABLED) || holdsCertificate(ENDPOINTS) ? isOn(ENDPOINTS) : isOfApplication();
    }

    private boolean isOn(String prefix) {
        return environment.getProperty(prefix + ENABLED, Boolean.class, true) && holdsCertificate(prefix);
    }

    private boolean holdsCertificate(String prefix) {
        return isSet(prefix, "bundle", "key-store", "certificate");
    }

    private boolean isSet(String prefix, String... names) {
        return Stream.of(names).anyMatch(name -> environment.containsProperty(prefix + name));
    }
}
