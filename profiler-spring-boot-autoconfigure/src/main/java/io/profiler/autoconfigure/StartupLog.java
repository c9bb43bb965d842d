// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.store.OpenedStores;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.jvm.MethodCalls;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;

/** Says at every start what is profiled and where traces go, and what a user would rather know now than later. */
final class StartupLog implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(StartupLog.class);
    private static final String WEB_CONTEXT = "org.springframework.web.context.WebApplicationContext";
    private static final String WATCHDOG = "io.profiler.watchdog";
    private static final String RECORDER = "io.profiler.flightRecorder";
    private static final String MESSAGES = "io.profiler.messageTraces";
    private static final String ENDPOINT = "io.profiler.endpoint";
    private static final List<String> LISTENERS =
            List.of("rabbitListenerContainerFactory", "kafkaListenerContainerFactory");
    private static final List<String> FILTERS = List.of("io.profiler.filterRegistration", "io.profiler.webFilter");

    private final ProfilerProperties properties;
    private final Object destination;
    private final ApplicationContext context;

    StartupLog(ProfilerProperties properties, Object destination, ApplicationContext context) {
        this.properties = properties;
        this.destination = destination;
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        logWhatIsProfiled();
        logWhatIsWatched();
        logWhatIsRecorded();
        if (keepsTracesHere() && !context.containsBean(ENDPOINT)) {
            logger.warn(
                    "Nothing can show the traces in memory:// but the Actuator endpoint 'profiler', which is not there: add"
                            + " spring-boot-starter-actuator, and 'profiler' to 'management.endpoints.web.exposure.include'");
        }
        if (HmacKeys.containPublicKey(properties.hmacKeys())) {
            logger.warn(
                    "'profiler.hmac-keys' holds OSprofiler's public default key: everybody may profile this application");
        }
        if (HmacKeys.containShortKey(properties.hmacKeys())) {
            logger.warn(
                    "'profiler.hmac-keys' holds a key of less than 16 characters, which can be guessed. Make one with:"
                            + " openssl rand -hex 32");
        }
        warnOfMethods();
        if (properties.tracesNeitherRequestsNorStores()) {
            logger.warn(
                    "The layers of requests and stores are off: set 'profiler.trace-wsgi-transport', 'profiler.trace-message-store' or"
                            + " 'profiler.trace-management-store' to true");
        }
    }

    private void logWhatIsWatched() {
        Duration threshold = properties.slow().threshold();
        if (threshold == null) {
            return;
        }
        if (context.containsBean(WATCHDOG)) {
            logger.info(
                    "Requests that take longer than {} ms are looked at from then on, and {} of them kept in a minute,"
                            + " whoever sends them",
                    threshold.toMillis(),
                    properties.slow().perMinute());
        } else if (!isServletApplication()) {
            logger.warn(
                    "'profiler.slow.threshold' does nothing here: requests are watched in servlet applications alone");
        }
    }

    private void logWhatIsRecorded() {
        FlightRecorderProperties recorder = properties.flightRecorder();
        if (!recorder.enabled()) {
            return;
        }
        if (context.containsBean(RECORDER)) {
            logger.info(
                    "All requests are recorded in {} MB at most; the slow and the failed are kept, {} in a minute, and"
                            + " {} others of each route, whoever sends them",
                    recorder.memory().toMegabytes(),
                    recorder.perMinute(),
                    recorder.perRoute());
        } else if (!isServletApplication()) {
            logger.warn("'profiler.flight-recorder.enabled' does nothing here: requests are recorded in servlet"
                    + " applications alone");
        }
    }

    private void warnOfMethods() {
        warnOfMethods("profiler.trace-methods", properties.traceMethods());
        warnOfMethods("profiler.methods-by-token", properties.methodsByToken());
    }

    private static void warnOfMethods(String property, List<String> value) {
        if (!value.isEmpty() && !MethodCalls.areTold()) {
            logger.warn(
                    "'{}' needs Java {}, and this is Java {}: it has no spans made of methods",
                    property,
                    MethodCalls.LEAST_JAVA,
                    Runtime.version().feature());
        }
    }

    private void logWhatIsProfiled() {
        if (FILTERS.stream().anyMatch(context::containsBean)) {
            logger.info("Requests with {} are profiled; traces go to {}", askingBy(), destination);
        } else if (isWebApplication()) {
            logger.info(
                    "No requests are profiled, because the profiler's filter is not there, as where"
                            + " ProfilerServletAutoConfiguration or ProfilerWebFluxAutoConfiguration is excluded; what"
                            + " the application opens by the Profiler bean goes to {}",
                    destination);
        } else if (LISTENERS.stream().anyMatch(context::containsBean) && context.containsBean(MESSAGES)) {
            logger.info("Messages with {} are profiled; traces go to {}", askingBy(), destination);
        } else {
            logger.info(
                    "No requests are profiled, because this is not a web application; what it opens by the Profiler"
                            + " bean goes to {}",
                    destination);
        }
    }

    private boolean keepsTracesHere() {
        return destination instanceof OpenedStores opened
                && opened.writers().stream().allMatch(InMemoryTraceStore.class::isInstance);
    }

    private String askingBy() {
        return properties.accept() == Accept.STRICT ? "tokens" : "signed headers";
    }

    private boolean isWebApplication() {
        return context instanceof ReactiveWebApplicationContext || isServletApplication();
    }

    private boolean isServletApplication() {
        return ClassUtils.isPresent(WEB_CONTEXT, StartupLog.class.getClassLoader())
                && context instanceof WebApplicationContext;
    }
}
