// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
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
 * An advisor for each layer that is on. Advice knows no bean of the profiler: it finds the trace by the thread, so
 * nothing is created early for it.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("profiler.enabled")
@Import(AutoProxyCreatorRegistrar.class)
public final class ProfilerAopAutoConfiguration {

    /** Outside of all other advice, so that a span shows what transactions, caches and retries cost. */
    public static final int ADVISOR_ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean("io.profiler.tracedAdvisor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor profilerTracedAdvisor(Environment environment) {
        return TracingAdvisor.of(new TracedAnnotations(), ProxyKind.of(environment));
    }

    @Bean("io.profiler.messageStoreAdvisor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnBooleanProperty("profiler.trace-message-store")
    static Advisor profilerMessageStoreAdvisor(Environment environment) {
        return TracingAdvisor.of(
                StoreLayer.of("message_store", MessageStore.class, "profiler.message-store.pointcut", environment),
                ProxyKind.of(environment));
    }

    @Bean("io.profiler.managementStoreAdvisor")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnBooleanProperty("profiler.trace-management-store")
    static Advisor profilerManagementStoreAdvisor(Environment environment) {
        return TracingAdvisor.of(
                StoreLayer.of(
                        "management_store", ManagementStore.class, "profiler.management-store.pointcut", environment),
                ProxyKind.of(environment));
    }

    @Bean("io.profiler.controllerProxies")
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnBooleanProperty(name = "spring.aop.proxy-target-class", havingValue = false)
    static ControllerProxies profilerControllerProxies() {
        return new ControllerProxies();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RequestMapping.class)
    @ConditionalOnBooleanProperty("profiler.trace-wsgi-transport")
    static class ControllerConfiguration {

        @Bean("io.profiler.controllerAdvisor")
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static Advisor profilerControllerAdvisor() {
            return TracingAdvisor.of(new ControllerLayer(), ProxyKind.ofClasses());
        }
    }
}
