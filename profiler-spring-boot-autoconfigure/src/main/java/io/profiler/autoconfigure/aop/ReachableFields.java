// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Fields of a bean that others read past its methods, and that are empty in a proxy. What stays as it is from the time
 * the bean is ready, the proxy can have, too.
 */
final class ReachableFields {

    private static final Set<String> INJECTING = Set.of(
            "jakarta.annotation.Resource",
            "jakarta.ejb.EJB",
            "jakarta.inject.Inject",
            "jakarta.persistence.PersistenceContext",
            "jakarta.persistence.PersistenceUnit");

    private ReachableFields() {}

    /** Why a proxy cannot have them. */
    static @Nullable String obstacle(Class<?> type) {
        return of(type).filter(field -> !isConstant(field))
                .findFirst()
                .map(field -> "its field '" + field.getName() + "' can be read past a proxy, and may change")
                .orElse(null);
    }

    /**
     * Gives them to a proxy.
     *
     * @throws RuntimeException if Java does not allow it
     */
    static void copy(Object bean, Object proxy) {
        of(BeanClass.written(bean)).forEach(field -> copy(field, bean, proxy));
    }

    private static void copy(Field field, Object bean, Object proxy) {
        ReflectionUtils.makeAccessible(field);
        ReflectionUtils.setField(field, proxy, ReflectionUtils.getField(field, bean));
    }

    private static Stream<Field> of(Class<?> type) {
        boolean privateOnes = OwnKind.isMetBy(type);
        return ClassHierarchy.classes(type)
                .flatMap(above -> Arrays.stream(above.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> privateOnes || !Modifier.isPrivate(field.getModifiers()));
    }

    private static boolean isConstant(Field field) {
        return Modifier.isFinal(field.getModifiers())
                || AnnotatedElementUtils.hasAnnotation(field, Autowired.class)
                || AnnotatedElementUtils.hasAnnotation(field, Value.class)
                || Arrays.stream(field.getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(annotation -> INJECTING.contains(annotation.getName()));
    }
}
