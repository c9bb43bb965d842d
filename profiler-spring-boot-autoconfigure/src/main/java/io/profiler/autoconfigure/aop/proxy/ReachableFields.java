// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Fields of a bean that others read past its methods, and that are empty in a proxy. What stays as it is from the time
 * the bean is ready, the proxy can have, too.
 */
public final class ReachableFields {

    private ReachableFields() {}

    /** Why a proxy cannot have them. */
    static @Nullable Obstacle obstacle(Class<?> type) {
        return all(type)
                .filter(field -> !isConstant(field))
                .filter(field -> isReachable(field, type))
                .findFirst()
                .map(field -> "its field '" + field.getName() + "' can be read past a proxy, and may change")
                .map(reason -> new Obstacle(reason, Remedy.CONSTANT_FIELD))
                .orElse(null);
    }

    /**
     * Gives them to a proxy that has them; one that has only interfaces has none.
     *
     * @throws RuntimeException if Java does not allow it
     */
    public static void copy(Object bean, Object proxy) {
        Class<?> type = BeanClass.written(bean);
        all(type)
                .filter(field -> isReachable(field, type))
                .filter(field -> field.getDeclaringClass().isInstance(proxy))
                .forEach(field -> copy(field, bean, proxy));
    }

    private static void copy(Field field, Object bean, Object proxy) {
        ReflectionUtils.makeAccessible(field);
        ReflectionUtils.setField(field, proxy, ReflectionUtils.getField(field, bean));
    }

    private static Stream<Field> all(Class<?> type) {
        return ClassHierarchy.classes(type)
                .flatMap(above -> Arrays.stream(above.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
    }

    private static boolean isReachable(Field field, Class<?> type) {
        return !Modifier.isPrivate(field.getModifiers()) || OwnKind.isMetBy(type);
    }

    private static boolean isConstant(Field field) {
        return Modifier.isFinal(field.getModifiers()) || Injection.fills(field);
    }
}
