// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
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
        if (Proxy.isProxyClass(type) || ClassUtils.isLambdaClass(type) || !targetClass && hasInterfaceOfItsOwn(type)) {
            return null;
        }
        if (Modifier.isFinal(type.getModifiers())) {
            return "the class is final";
        }
        if (type.isSealed()) {
            return "the class is sealed";
        }
        return finalMethods(type)
                .findFirst()
                .map(method -> "its method '" + method + "' is final")
                .orElse(null);
    }

    /** An interface without methods does not make Spring choose a proxy of interfaces. */
    private static boolean hasInterfaceOfItsOwn(Class<?> type) {
        return Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
                .filter(known -> known.getMethods().length > 0)
                .map(Class::getName)
                .anyMatch(name -> !name.startsWith("java.") && !name.startsWith("org.springframework."));
    }

    /** On a proxy these would run without the bean's fields. */
    private static Stream<String> finalMethods(Class<?> type) {
        return Stream.<Class<?>>iterate(type, above -> above != null && above != Object.class, Class::getSuperclass)
                .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
                .filter(method -> Modifier.isFinal(method.getModifiers()))
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(method -> method.getName());
    }
}
