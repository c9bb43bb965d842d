// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Warns if an application that was processed ahead of time is started with other switches: its beans are decided. */
final class AotCheck implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(AotCheck.class);

    private static final String PROFILER = "io.profiler.headerVerifier";
    private static final String FILTER = "io.profiler.filterRegistration";
    private static final String THRESHOLD = "profiler.slow.threshold";
    private static final String WATCHDOG = "io.profiler.watchdog";
    private static final String CONTROLLERS = "org.springframework.web.bind.annotation.RequestMapping";

    /** A bean that is there if, and only if, its switch was on. */
    private static final Map<String, String> BEANS =
            Map.of("profiler.enabled", PROFILER, "profiler.collector.enabled", "io.profiler.collectorLifecycle");

    /** The same, where the profiler was on. */
    private static final Map<String, String> LAYERS = Map.of(
            "profiler.trace-message-store", "io.profiler.messageStoreLayer",
            "profiler.trace-management-store", "io.profiler.managementStoreLayer");

    /** Those that are on unless they are switched off; without their libraries they have no beans either. */
    private static final Map<String, String> LAYERS_BY_DEFAULT = Map.of(
            "profiler.trace-repositories", "io.profiler.repositoryLayer",
            "profiler.trace-services", "io.profiler.serviceLayer",
            "profiler.trace-threads", "io.profiler.executorPostProcessor",
            "profiler.trace-sql", "io.profiler.dataSourcePostProcessor",
            "profiler.trace-observations", "io.profiler.observedRegistries",
            "profiler.trace-http-clients", "io.profiler.httpClients");

    /** Likewise, with the beans of each of their libraries. */
    private static final Map<String, List<String>> SEVERAL_BY_DEFAULT = Map.of(
            "profiler.trace-commands", List.of("io.profiler.mongoCommands", "io.profiler.redisClients"),
            "profiler.trace-messaging", List.of("io.profiler.messageTraces"));

    /** The same, where there is what has them do something. */
    private static final List<Dependent> DEPENDENT = List.of(
            new Dependent("profiler.flight-recorder.enabled", "io.profiler.flightRecorder", FILTER),
            new Dependent("profiler.console.relay", "io.profiler.relay", "io.profiler.endpoint"));

    private record Dependent(String property, String bean, String beside) {}

    private final ListableBeanFactory beans;
    private final Environment environment;

    AotCheck(ListableBeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (AotDetector.useGeneratedArtifacts()) {
            BEANS.forEach(this::check);
            if (beans.containsBean(PROFILER)) {
                checkLayers();
            }
        }
    }

    private void checkLayers() {
        LAYERS.forEach(this::check);
        LAYERS_BY_DEFAULT.forEach((property, bean) -> {
            if (!isOn(property, "true")) {
                check(property, bean);
            }
        });
        SEVERAL_BY_DEFAULT.forEach((property, names) -> {
            if (!isOn(property, "true")) {
                names.stream().filter(beans::containsBean).findFirst().ifPresent(bean -> check(property, bean));
            }
        });
        DEPENDENT.stream()
                .filter(one -> beans.containsBean(one.beside()))
                .forEach(one -> check(one.property(), one.bean()));
        checkThreshold();
        if (ClassUtils.isPresent(CONTROLLERS, AotCheck.class.getClassLoader())) {
            check("profiler.trace-wsgi-transport", "io.profiler.controllerLayer");
        }
    }

    /** The other way round the application does not start: see the configuration of slow requests. */
    private void checkThreshold() {
        if (StringUtils.hasText(environment.getProperty(THRESHOLD))
                && beans.containsBean(FILTER)
                && !beans.containsBean(WATCHDOG)) {
            logger.warn(
                    "'{}' is set, but has no effect: this application was processed ahead of time (AOT) while it was not."
                            + " Set it where the application is built",
                    THRESHOLD);
        }
    }

    private void check(String property, String bean) {
        boolean on = isOn(property, "false");
        if (on && !beans.containsBean(bean)) {
            logger.warn(
                    "'{}' is true, but has no effect: this application was processed ahead of time (AOT) while it was"
                            + " not. Set it to true where the application is built",
                    property);
        } else if (!on && beans.containsBean(bean)) {
            logger.warn(
                    "'{}' is not true, but it was when this application was processed ahead of time (AOT), which is"
                            + " what counts. Set it to false where the application is built",
                    property);
        }
    }

    private boolean isOn(String property, String otherwise) {
        return environment.getProperty(property, otherwise).equalsIgnoreCase("true");
    }
}
