// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.store.TraceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Says at every start where traces go, and what a user would rather know now than later. */
final class StartupLog implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(StartupLog.class);

    private final ProfilerProperties properties;
    private final TraceStore store;

    StartupLog(ProfilerProperties properties, TraceStore store) {
        this.properties = properties;
        this.store = store;
    }

    @Override
    public void afterSingletonsInstantiated() {
        logger.info("Requests with signed headers are profiled; traces go to {}", store);
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
