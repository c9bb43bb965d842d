// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.profiler.trace.TracePosition;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Whether what the present thread sends is a span already, as where Spring's client sends it by one of the JDK's. */
final class CurrentObservation implements ObservedCalls {

    private final Supplier<@Nullable ObservationRegistry> registry;

    CurrentObservation(ObjectProvider<ObservationRegistry> registry) {
        this.registry = SingletonSupplier.ofNullable(registry::getIfUnique);
    }

    @Override
    public boolean containPresentOne() {
        ObservationRegistry known = registry.get();
        Observation current = known == null ? null : known.getCurrentObservation();
        return current != null
                && current.getContext() instanceof SenderContext<?> sender
                && sender.get(TracePosition.class) != null;
    }
}
