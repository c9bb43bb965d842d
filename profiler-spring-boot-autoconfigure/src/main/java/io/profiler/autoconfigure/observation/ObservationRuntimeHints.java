// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** The method by which a registry knows who listens to it. */
final class ObservationRuntimeHints implements RuntimeHintsRegistrar {

    private static final String REGISTRY = "io.micrometer.observation.ObservationRegistry$ObservationConfig";

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.reflection()
                .registerTypeIfPresent(
                        classLoader,
                        REGISTRY,
                        type -> type.withMethod(OtherHandlers.METHOD, List.of(), ExecutableMode.INVOKE));
    }
}
