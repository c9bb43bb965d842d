// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import io.profiler.admission.Admission;
import io.profiler.autoconfigure.Guard;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/**
 * Adds the profiler to every registry, after whatever else its observations are handled by: what others do in a handler that
 * fails is done without the profiler as well. A registry that nobody else listens to stays without observations
 * outside of profiled requests.
 */
final class ObservedRegistries implements BeanPostProcessor {

    private final SingletonSupplier<ObservationSpans> spans;
    private final SingletonSupplier<Admission> admission;
    private final boolean reactive;

    /**
     * @param reactive whether the application serves its requests by WebFlux
     */
    ObservedRegistries(Supplier<ObservationSpans> spans, Supplier<Admission> admission, boolean reactive) {
        this.spans = SingletonSupplier.of(spans);
        this.admission = SingletonSupplier.of(admission);
        this.reactive = reactive;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof ObservationRegistry registry) {
            Guard.run(() -> observe(registry));
        }
        return bean;
    }

    private void observe(ObservationRegistry registry) {
        OtherHandlers others = OtherHandlers.of(registry);
        if (others.areJoined()) {
            return;
        }
        ObservationSpans handler = spans.obtain();
        if (registry.isNoop()) {
            registry.observationConfig().observationPredicate(new WhileProfiled(handler, admission, others, reactive));
        }
        others.watch();
        registry.observationConfig().observationHandler(handler);
    }
}
