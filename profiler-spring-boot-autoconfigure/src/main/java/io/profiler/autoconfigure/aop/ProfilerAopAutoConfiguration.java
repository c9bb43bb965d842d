// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.TraceSwitch;
import io.profiler.autoconfigure.aop.proxy.ProxyKinds;
import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The layers that are on, and what puts advice in front of their beans. Advice knows no bean of the profiler: it finds
 * the trace by the thread, so nothing is created early for it.
 *
 * @since 0.1
 */
@AutoConfiguration(afterName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
@ConditionalOnBooleanProperty("profiler.enabled")
@Import({ServletRoutesConfiguration.class, ReactiveRoutesConfiguration.class})
public final class ProfilerAopAutoConfiguration {

    /** Outside of all other advice, so that a span shows what transactions, caches and retries cost. */
    public static final int ADVISOR_ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean("io.profiler.untracedLog")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static UntracedLog profilerUntracedLog() {
        return new UntracedLog();
    }

    @Bean("io.profiler.tracingPostProcessor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static TracingPostProcessor profilerTracingPostProcessor(
            ObjectProvider<Layer> layers,
            UntracedLog untraced,
            ConfigurableListableBeanFactory beanFactory,
            Environment environment) {
        ProxyKinds kinds = new ProxyKinds(beanFactory, environment);
        return new TracingPostProcessor(new BeanAdvice(
                new BeanDecisions(layers.orderedStream().toList(), beanFactory, kinds, untraced),
                new BeanProxies(beanFactory.getBeanClassLoader(), untraced)));
    }

    @Bean("io.profiler.layerLog")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static LayerLog profilerLayerLog(
            ObjectProvider<Layer> layers, UntracedLog untraced, ConfigurableListableBeanFactory beanFactory) {
        return new LayerLog(layers.orderedStream().toList(), untraced, beanFactory);
    }

    @Bean("io.profiler.layerCoverage")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static LayerCoverage profilerLayerCoverage(
            ObjectProvider<Layer> layers, UntracedLog untraced, ConfigurableListableBeanFactory beanFactory) {
        return new LayerCoverage(layers.orderedStream().toList(), untraced, beanFactory);
    }

    @Bean("io.profiler.tracedLayer")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Layer profilerTracedLayer() {
        return new Layer(
                TraceSwitch.MARKED, new LayerText("bean with @Traced", "beans with @Traced"), new TracedAnnotations());
    }

    @Bean("io.profiler.messageStoreLayer")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnBooleanProperty("profiler.trace-message-store")
    static Layer profilerMessageStoreLayer(Environment environment) {
        return StoreLayer.of(new StoreKind<>("message", MessageStore.class, TraceSwitch.MESSAGE_STORES), environment);
    }

    @Bean("io.profiler.managementStoreLayer")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnBooleanProperty("profiler.trace-management-store")
    static Layer profilerManagementStoreLayer(Environment environment) {
        return StoreLayer.of(
                new StoreKind<>("management", ManagementStore.class, TraceSwitch.MANAGEMENT_STORES), environment);
    }

    @Bean("io.profiler.repositoryLayer")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnBooleanProperty(name = "profiler.trace-repositories", matchIfMissing = true)
    static Layer profilerRepositoryLayer(BeanFactory beanFactory) {
        return StereotypeLayer.repositories(beanFactory);
    }

    @Bean("io.profiler.serviceLayer")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnBooleanProperty(name = "profiler.trace-services", matchIfMissing = true)
    static Layer profilerServiceLayer(BeanFactory beanFactory) {
        return StereotypeLayer.services(beanFactory);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RequestMapping.class)
    @ConditionalOnBooleanProperty("profiler.trace-wsgi-transport")
    static class ControllerConfiguration {

        @Bean("io.profiler.controllerLayer")
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static Layer profilerControllerLayer(BeanFactory beanFactory) {
            return new Layer(
                    TraceSwitch.REQUESTS,
                    new LayerText("controller", "controllers"),
                    new ControllerLayer(
                            () -> Stream.of(ServletRoutesConfiguration.HANDLERS, ReactiveRoutesConfiguration.HANDLERS)
                                    .anyMatch(beanFactory::containsBean)));
        }
    }
}
