// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

/** Whether and how beans of a class can be proxied without breaking them. */
final class ProxyKind {

    private final boolean targetClass;

    private ProxyKind(boolean targetClass) {
        this.targetClass = targetClass;
    }

    static ProxyKind of(Environment environment) {
        return new ProxyKind(isTargetClass(environment));
    }

    /** For beans that are proxied by class whatever the application prefers. */
    static ProxyKind ofClasses() {
        return new ProxyKind(true);
    }

    static boolean isTargetClass(Environment environment) {
        return environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true);
    }

    /** Why no proxy can stand in for beans of this class; null if one can. */
    @Nullable
    String obstacle(Class<?> type) {
        if (Proxy.isProxyClass(type) || ClassUtils.isLambdaClass(type)) {
            return null;
        }
        return isProxiedByClass(type) ? ClassProxyObstacles.find(type) : InterfaceProxyObstacles.find(type);
    }

    /** Controllers always are: see {@link ControllerProxies}. */
    private boolean isProxiedByClass(Class<?> type) {
        return targetClass
                || !hasInterfaceOfItsOwn(type)
                || AnnotatedElementUtils.hasAnnotation(type, Controller.class);
    }

    /** An interface without methods does not make Spring choose a proxy of interfaces. */
    private static boolean hasInterfaceOfItsOwn(Class<?> type) {
        return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
                .filter(known -> known.getMethods().length > 0)
                .map(Class::getName)
                .anyMatch(name -> !name.startsWith("java.") && !name.startsWith("org.springframework."));
    }
}
