// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.proxy.BeanClass;
import io.profiler.autoconfigure.aop.proxy.Obstacle;
import io.profiler.autoconfigure.aop.proxy.ReachableFields;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/** Puts advice in front of beans: into the proxy that is there anyway, or else by one of its own. */
final class BeanProxies {

    private final @Nullable ClassLoader interfaceLoader;
    private final UntracedLog untraced;

    BeanProxies(@Nullable ClassLoader interfaceLoader, UntracedLog untraced) {
        this.interfaceLoader = interfaceLoader;
        this.untraced = untraced;
    }

    /** Whether there is such advice already, as of a bean with two names. */
    static boolean isTraced(Object bean) {
        return bean instanceof Advised advised
                && Arrays.stream(advised.getAdvisors())
                        .anyMatch(advisor -> advisor.getAdvice() instanceof TracingInterceptor);
    }

    /** What stands in for the bean; the bean itself, if that fails after all. */
    Object put(BeanDecision decision, Object bean) {
        if (bean instanceof Advised advised && !advised.isFrozen()) {
            addTo(advised, decision.advisors());
            return bean;
        }
        try {
            return decision.byClass() ? subclass(decision, bean) : ofInterfaces(decision, bean);
        } catch (RuntimeException | LinkageError fault) {
            untraced.tell(
                    BeanClass.written(bean),
                    Obstacle.of("a proxy of it cannot be made: " + fault),
                    decision.isUnasked());
            return bean;
        }
    }

    private static void addTo(Advised advised, List<Advisor> advisors) {
        int position = position(advised);
        for (Advisor advisor : advisors) {
            advised.addAdvisor(position++, advisor);
        }
    }

    /** Outside of all advice that wants to be further inside. */
    private static int position(Advised advised) {
        Advisor[] present = advised.getAdvisors();
        int position = 0;
        while (position < present.length && order(present[position]) < ProfilerAopAutoConfiguration.ADVISOR_ORDER) {
            position++;
        }
        return position;
    }

    private static int order(Advisor advisor) {
        return advisor instanceof Ordered ordered ? ordered.getOrder() : Ordered.LOWEST_PRECEDENCE;
    }

    /** In the class loader of the class, where it may override what only its package sees. */
    private static Object subclass(BeanDecision decision, Object bean) {
        ProxyFactory factory = factory(decision, bean);
        factory.setProxyTargetClass(true);
        Object proxy = factory.getProxy(bean.getClass().getClassLoader());
        ReachableFields.copy(bean, proxy);
        return proxy;
    }

    private Object ofInterfaces(BeanDecision decision, Object bean) {
        ProxyFactory factory = factory(decision, bean);
        factory.setInterfaces(ClassUtils.getAllInterfaces(bean));
        return factory.getProxy(interfaceLoader);
    }

    private static ProxyFactory factory(BeanDecision decision, Object bean) {
        ProxyFactory factory = new ProxyFactory();
        factory.setTarget(bean);
        factory.addAdvisors(decision.advisors());
        return factory;
    }
}
