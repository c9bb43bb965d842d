// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.springframework.util.ClassUtils;

/** What keeps a proxy of its interfaces from standing in for a bean. */
final class InterfaceProxyObstacles {

    private InterfaceProxyObstacles() {}

    static boolean exist(Class<?> type) {
        return ClassHierarchy.identityMethods(type).findAny().isPresent()
                || FrameworkMethod.in(type).anyMatch(found -> !isInInterface(found.method(), type));
    }

    /** Else a framework does not find it on the proxy, and the application does not start. */
    private static boolean isInInterface(Method method, Class<?> type) {
        return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
                .anyMatch(known -> ClassUtils.hasMethod(known, method.getName(), method.getParameterTypes()));
    }
}
