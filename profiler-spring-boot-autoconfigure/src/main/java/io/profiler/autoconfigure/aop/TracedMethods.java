// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.KotlinDetector;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.util.ClassUtils;

/** Describes methods as trace points, by the names that a person knows them by. */
final class TracedMethods {

    private static final ParameterNameDiscoverer PARAMETER_NAMES = new DefaultParameterNameDiscoverer();

    private TracedMethods() {}

    static TracedMethod.Builder describe(String spanName, Method method, Class<?> targetClass) {
        return TracedMethod.named(spanName, functionName(method, targetClass))
                .parameterNames(parameterNames(named(method, targetClass)));
    }

    /** The same for a method whose arguments nobody knows. */
    static TracedMethod named(String spanName, Method method, Class<?> targetClass) {
        return TracedMethod.named(spanName, functionName(method, targetClass)).build();
    }

    /** A class of proxies, as of a Spring Data repository, has no names; the interface that the call is by has them. */
    private static Method named(Method method, Class<?> targetClass) {
        Method specific = specific(method, targetClass);
        return Proxy.isProxyClass(specific.getDeclaringClass()) ? method : specific;
    }

    /** Without the one that a suspending function of Kotlin's has besides. */
    private static @Nullable String @Nullable [] parameterNames(Method method) {
        @Nullable String @Nullable [] names = PARAMETER_NAMES.getParameterNames(method);
        return names != null
                        && names.length == method.getParameterCount()
                        && KotlinDetector.isSuspendingFunction(method)
                ? Arrays.copyOf(names, names.length - 1)
                : names;
    }

    static Method specific(Method method, Class<?> targetClass) {
        return AopUtils.getMostSpecificMethod(method, targetClass);
    }

    /** The class of a bean that is itself a proxy, such as a Spring Data repository, tells nobody anything. */
    private static String functionName(Method method, Class<?> targetClass) {
        Class<?> known = Proxy.isProxyClass(targetClass) ? firstInterfaceWith(method, targetClass) : targetClass;
        return ClassUtils.getUserClass(known).getName() + "." + method.getName();
    }

    /** Of a repository that is the user's own interface, from wherever it has inherited the method. */
    private static Class<?> firstInterfaceWith(Method method, Class<?> proxyClass) {
        return Arrays.stream(proxyClass.getInterfaces())
                .filter(method.getDeclaringClass()::isAssignableFrom)
                .findFirst()
                .orElse(method.getDeclaringClass());
    }
}
