// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What keeps a proxy of its interfaces from standing in for a bean. */
final class InterfaceProxyObstacles {

    private InterfaceProxyObstacles() {}

    /** A framework does not find on the proxy what no interface declares, and the application does not start. */
    @Nullable
    static String find(Class<?> type) {
        return FrameworkMethod.in(type)
                .filter(found -> !isInInterface(found.method(), type))
                .map(found -> "its method '" + found.method().getName() + "' has @"
                        + found.annotation().getSimpleName() + " and is in no interface")
                .findFirst()
                .orElse(null);
    }

    private static boolean isInInterface(Method method, Class<?> type) {
        return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
                .anyMatch(known -> ClassUtils.hasMethod(known, method.getName(), method.getParameterTypes()));
    }
}
