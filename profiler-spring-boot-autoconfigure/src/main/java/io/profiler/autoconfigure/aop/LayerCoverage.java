// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Coverage;
import io.profiler.autoconfigure.aop.proxy.BeanClass;
import io.profiler.autoconfigure.aop.proxy.Obstacle;
import io.profiler.autoconfigure.aop.proxy.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** What the layers trace, what they cannot, and what was made before they could look at it. */
final class LayerCoverage implements Coverage.Source {

    private static final String EARLY = "the bean was made before the profiler could look at it";
    private static final String MAKE_LATER =
            "let what needs it so early, as a BeanPostProcessor does, ask for it later, by an ObjectProvider";

    private static final String LISTENER = "messages are handed to the bean itself, past what traces it";
    private static final String CALL_ANOTHER =
            "see the listener's own span, which RabbitMQ's and Kafka's have, and let the listener call another bean for what"
                    + " has to be seen inside of it";

    private final List<Layer> layers;
    private final UntracedLog untraced;
    private final ConfigurableListableBeanFactory beanFactory;

    LayerCoverage(List<Layer> layers, UntracedLog untraced, ConfigurableListableBeanFactory beanFactory) {
        this.layers = layers;
        this.untraced = untraced;
        this.beanFactory = beanFactory;
    }

    @Override
    public void addTo(Coverage coverage) {
        layers.forEach(layer -> addBeans(layer, coverage));
        Map<String, Obstacle> told = untraced.told();
        told.forEach((type, obstacle) -> coverage.add(new Coverage.Untraced(
                type, obstacle.reason() + untraced.more(type), obstacle.remedy().forType(type))));
        for (String name : beanFactory.getBeanDefinitionNames()) {
            if (isEarly(name, told)) {
                coverage.add(new Coverage.Untraced(name, EARLY, Remedy.withMethods(MAKE_LATER, typeOf(name))));
            }
        }
    }

    private static void addBeans(Layer layer, Coverage coverage) {
        layer.beans().forEach((name, methods) -> {
            coverage.add(
                    layer.traceSwitch(),
                    new Coverage.Bean(name, methods.typeName(), methods.names(), methods.insideCalls()));
            methods.listeners()
                    .forEach(listener -> coverage.add(
                            new Coverage.Untraced(methods.typeName() + '.' + listener, LISTENER, CALL_ANOTHER)));
        });
    }

    private boolean isEarly(String name, Map<String, Obstacle> told) {
        Object bean = beanFactory.containsSingleton(name) ? beanFactory.getSingleton(name) : null;
        return bean != null
                && !(bean instanceof FactoryBean)
                && !BeanProxies.isTraced(bean)
                && !told.containsKey(BeanClass.written(bean).getName())
                && layers.stream().anyMatch(layer -> isMissedBy(layer, bean, name));
    }

    private String typeOf(String name) {
        return BeanClass.written(Objects.requireNonNull(beanFactory.getSingleton(name)))
                .getName();
    }

    private boolean isMissedBy(Layer layer, Object bean, String name) {
        try {
            LayerMethods points = layer.methods().forBean(name, beanFactory);
            Class<?> type = BeanClass.of(bean);
            return points.isCandidate(type)
                    && points.isMeantFor(type)
                    && !InfrastructureBeans.contain(bean, name)
                    && new BeanMethods(points, type).canBeCalled();
        } catch (RuntimeException | LinkageError unreadable) {
            return false;
        }
    }
}
