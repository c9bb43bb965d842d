// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** What the people who wrote a class and its superclasses have written there. */
final class ClassHierarchy {

    private ClassHierarchy() {}

    /** The class and those above it, but for {@link Object}. */
    static Stream<Class<?>> classes(Class<?> type) {
        return Stream.iterate(type, above -> above != null && above != Object.class, Class::getSuperclass);
    }

    /** Methods of objects of the class, private ones and overridden ones too. */
    static Stream<Method> instanceMethods(Class<?> type) {
        return classes(type)
                .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic());
    }

    /** Those that say which objects are the same. Spring's proxies answer them themselves. */
    static Stream<Method> identityMethods(Class<?> type) {
        return instanceMethods(type)
                .filter(method -> ReflectionUtils.isEqualsMethod(method) || ReflectionUtils.isHashCodeMethod(method));
    }
}
