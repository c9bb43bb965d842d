// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps a subclass from standing in for a bean. */
final class ClassProxyObstacles {

    private ClassProxyObstacles() {}

    @Nullable
    static String find(Class<?> type) {
        if (Modifier.isFinal(type.getModifiers())) {
            return "the class is final";
        }
        if (type.isSealed()) {
            return "the class is sealed";
        }
        if (hasOnlyPrivateConstructors(type)) {
            return "it has only private constructors";
        }
        return finalMethod(type).or(() -> privateMethodOfFramework(type)).orElse(null);
    }

    private static boolean hasOnlyPrivateConstructors(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        return constructors.length > 0 && Arrays.stream(constructors).allMatch(ClassProxyObstacles::isPrivate);
    }

    /** On a proxy it would run without the bean's fields. */
    private static Optional<String> finalMethod(Class<?> type) {
        return ClassHierarchy.instanceMethods(type)
                .filter(method -> Modifier.isFinal(method.getModifiers()))
                .filter(method -> !isPrivate(method))
                .map(method -> "its method '" + method.getName() + "' is final")
                .findFirst();
    }

    /** So would this, or the framework refuses it and the application does not start. */
    private static Optional<String> privateMethodOfFramework(Class<?> type) {
        return FrameworkMethod.in(type)
                .filter(found -> isPrivate(found.method()))
                .map(found -> "its method '" + found.method().getName() + "' is private and has @"
                        + found.annotation().getSimpleName())
                .findFirst();
    }

    private static boolean isPrivate(Member member) {
        return Modifier.isPrivate(member.getModifiers());
    }
}
