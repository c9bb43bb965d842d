// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.Origin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** What trace points say about this application, from the properties or from what Spring Boot knows. */
final class Origins {

    private Origins() {}

    static Origin of(ProfilerProperties properties, Environment environment) {
        String service =
                firstWithText(properties.service(), environment.getProperty("spring.application.name"), "application");
        String project =
                firstWithText(properties.project(), environment.getProperty("spring.application.group"), service);
        return new Origin(firstWithText(properties.host(), hostName()), project, service);
    }

    private static String firstWithText(@Nullable String... candidates) {
        for (@Nullable String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return "unknown";
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
