// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationRegistry.ObservationConfig;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to a registry besides the profiler, at any time: an application may come later. Micrometer keeps that to itself;
 * where it cannot be looked at, there may be somebody.
 */
final class OtherHandlers {

    static final String METHOD = "getObservationHandlers";

    private final @Nullable List<ObservationHandler<?>> handlers;

    private OtherHandlers(@Nullable List<ObservationHandler<?>> handlers) {
        this.handlers = handlers;
    }

    static OtherHandlers of(ObservationRegistry registry) {
        try {
            Method method = ObservationConfig.class.getDeclaredMethod(METHOD);
            method.setAccessible(true);
            return new OtherHandlers(list(method.invoke(registry.observationConfig())));
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            return new OtherHandlers(null);
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<ObservationHandler<?>> list(@Nullable Object handlers) {
        return handlers instanceof List<?> ? (List<ObservationHandler<?>>) handlers : null;
    }

    /** Whether the profiler listens already, as where a registry is a bean by two names. */
    boolean areJoined() {
        return handlers != null && handlers.stream().anyMatch(ObservationSpans.class::isInstance);
    }

    /** Whether anybody listens, once the profiler does. */
    boolean listen() {
        return handlers == null || handlers.size() > 1;
    }

    /** Has those that are there tell what they keep from the profiler. */
    void watch() {
        if (handlers != null) {
            handlers.replaceAll(WatchedHandler::new);
        }
    }
}
