// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Says at every start where traces go, and what a user would rather know now than later. */
final class StartupLog implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(StartupLog.class);

    private final ProfilerProperties properties;
    private final Object destination;

    StartupLog(ProfilerProperties properties, Object destination) {
        this.properties = properties;
        this.destination = destination;
    }

    @Override
    public void afterSingletonsInstantiated() {
        logger.info("Requests with signed headers are profiled; traces go to {}", destination);
        if (HmacKeys.containPublicKey(properties.hmacKeys())) {
            logger.warn(
                    "'profiler.hmac-keys' holds OSprofiler's public default key: everybody may profile this application");
        }
        if (properties.tracesNoLayer()) {
            logger.warn("No layer is traced: set 'profiler.trace-wsgi-transport', 'profiler.trace-message-store' or"
                    + " 'profiler.trace-management-store' to true");
        }
    }
}
