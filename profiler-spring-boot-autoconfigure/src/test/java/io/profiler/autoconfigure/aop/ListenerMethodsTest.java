// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.Coverage;
import io.profiler.autoconfigure.TraceSwitch;
import io.profiler.autoconfigure.kit.ProfiledContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Service;

class ListenerMethodsTest {

    /** Spring's containers find them before there is anything in front of the bean. */
    @Test
    void theyAreNotSaidToBeTraced() {
        ProfiledContext.runner(Shipping.class).run(context -> {
            Coverage coverage = new Coverage();
            context.getBean(LayerCoverage.class).addTo(coverage);

            assertThat(coverage.traced(TraceSwitch.SERVICES))
                    .singleElement()
                    .satisfies(bean -> assertThat(bean.methods()).containsExactly("ship"));
            assertThat(coverage.untraced())
                    .extracting(Coverage.Untraced::what)
                    .containsExactlyInAnyOrder(
                            Shipping.class.getName() + ".arrived", Shipping.class.getName() + ".composed");
        });
    }

    @Service
    static class Shipping {

        @KafkaListener(topics = "orders")
        public void arrived(String order) {}

        @Orders
        public void composed(String order) {}

        public void ship() {}
    }

    @KafkaListener(topics = "orders")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Orders {}
}
