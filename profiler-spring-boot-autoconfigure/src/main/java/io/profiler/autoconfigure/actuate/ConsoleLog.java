// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.PathPrefix;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;

/** Says once at the start where the console is, as far as the application knows: a proxy may know more. */
final class ConsoleLog implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(ConsoleLog.class);

    private final Environment environment;
    private final Prefixes prefixes;
    private final OwnPath path;

    ConsoleLog(Environment environment, Prefixes prefixes, OwnPath path) {
        this.environment = environment;
        this.prefixes = prefixes;
        this.path = path;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String place = Guard.call(this::place);
        if (place != null) {
            logger.info("Console: {}", place);
        }
    }

    /** Null if it is not on the web. */
    private @Nullable String place() {
        return switch (ManagementPortType.get(environment)) {
            case DISABLED -> null;
            case SAME -> below(prefixes.application(), path.get(), "");
            case DIFFERENT -> below(PathPrefix.ofManagement(environment), path.below(), managementPort());
        };
    }

    private static @Nullable String below(String prefix, @Nullable String path, String port) {
        return path == null ? null : prefix + path + port;
    }

    /** One that is chosen at the start is told by Spring Boot. */
    private String managementPort() {
        int port = environment.getProperty("management.server.port", Integer.class, 0);
        return port > 0 ? " on port " + port : " on the management port";
    }
}
