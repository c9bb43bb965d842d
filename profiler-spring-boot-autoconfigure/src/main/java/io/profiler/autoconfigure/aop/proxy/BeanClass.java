// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ClassUtils;

/** The class that says what a bean is, whatever stands in front of it. */
public final class BeanClass {

    private static final String SPRING_AOP = "org.springframework.aop.";

    /** What Spring's proxies have besides. Samples of Spring's own are in packages beside these. */
    private static final List<String> OF_PROXIES =
            List.of(SPRING_AOP, "org.springframework.core.", "org.springframework.data.");

    private BeanClass() {}

    public static Class<?> of(Object bean) {
        Class<?> target = bean instanceof Advised ? AopUtils.getTargetClass(bean) : bean.getClass();
        return Proxy.isProxyClass(bean.getClass()) && hasInterfacesBeside(target, bean.getClass())
                ? bean.getClass()
                : target;
    }

    /** As a Spring Data repository, which is the user's interface and not the class behind it. */
    private static boolean hasInterfacesBeside(Class<?> target, Class<?> proxy) {
        return Arrays.stream(proxy.getInterfaces())
                .filter(known -> OF_PROXIES.stream().noneMatch(known.getName()::startsWith))
                .anyMatch(known -> !known.isAssignableFrom(target));
    }

    /** The class as somebody wrote it. */
    public static Class<?> written(Object bean) {
        return ClassUtils.getUserClass(of(bean));
    }

    /** What a person knows a class by: that of a proxy by the first interface that is not there for the proxy alone. */
    public static Class<?> known(Class<?> type) {
        return Arrays.stream(Proxy.isProxyClass(type) ? type.getInterfaces() : new Class<?>[0])
                .filter(candidate -> OF_PROXIES.stream().noneMatch(candidate.getName()::startsWith))
                .findFirst()
                .orElseGet(() -> ClassUtils.getUserClass(type));
    }

    /** Whether methods that a class declares are about proxies. */
    public static boolean isOfProxies(Class<?> declaring) {
        return declaring.getName().startsWith(SPRING_AOP);
    }
}
