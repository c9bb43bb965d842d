// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import io.profiler.autoconfigure.DeclaredType;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Decides how a proxy can stand in for a bean so that nobody notices. A subclass can be injected wherever the bean can,
 * so that it comes first, whatever the application prefers for its own advice.
 */
public final class ProxyKinds {

    private final ConfigurableListableBeanFactory beanFactory;
    private final boolean interfacesPreferred;

    public ProxyKinds(ConfigurableListableBeanFactory beanFactory, Environment environment) {
        this.beanFactory = beanFactory;
        this.interfacesPreferred = !environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true);
    }

    public ProxyKind of(Object bean, String name) {
        if (Proxy.isProxyClass(BeanClass.of(bean))) {
            return ProxyKind.INTERFACES;
        }
        if (Serializable.class.isAssignableFrom(BeanClass.written(bean))) {
            return ProxyKind.none(Obstacle.of("it is Serializable, and a proxy would be written in its place"));
        }
        if (AopUtils.isAopProxy(bean)) {
            return new ProxyKind(AopUtils.isCglibProxy(bean), null);
        }
        if (ScopedProxyUtils.isScopedTarget(name)) {
            return inFrontOf(bean, name);
        }
        return SuspendingFunctions.obstacle(BeanClass.written(bean))
                .map(reason -> ProxyKind.none(Obstacle.of(reason)))
                .orElseGet(() -> inFrontOf(bean, name));
    }

    private ProxyKind inFrontOf(Object bean, String name) {
        if (ClassUtils.isLambdaClass(bean.getClass())) {
            return ProxyKind.INTERFACES;
        }
        Class<?> type = BeanClass.written(bean);
        Obstacle obstacle = ClassProxyObstacles.find(type);
        if (obstacle == null) {
            return ProxyKind.SUBCLASS;
        }
        return isKnownByInterface(name) && !InterfaceProxyObstacles.exist(type)
                ? ProxyKind.INTERFACES
                : ProxyKind.none(obstacle);
    }

    /** Nobody can have it injected by its class. */
    private boolean isKnownByInterface(String name) {
        return interfacesPreferred && DeclaredType.isInterface(beanFactory, name);
    }
}
