// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds an annotation that speaks for a method: the method's own first, then its class's, which covers every public
 * method, then that of an interface, which covers what the interface declares.
 */
final class LayerAnnotations<A extends Annotation> {

    private final Class<A> type;

    LayerAnnotations(Class<A> type) {
        this.type = type;
    }

    boolean isOn(Class<?> targetClass) {
        if (AnnotatedElementUtils.hasAnnotation(targetClass, type)) {
            return true;
        }
        return Stream.concat(Stream.of(targetClass), Arrays.stream(ClassUtils.getAllInterfacesForClass(targetClass)))
                .flatMap(known -> Arrays.stream(ReflectionUtils.getAllDeclaredMethods(known)))
                .anyMatch(method -> AnnotatedElementUtils.hasAnnotation(method, type));
    }

    @Nullable
    A find(Method method, Class<?> targetClass) {
        if (ReflectionUtils.isObjectMethod(method) || method.isSynthetic()) {
            return null;
        }
        A own = AnnotatedElementUtils.findMergedAnnotation(TracedMethods.specific(method, targetClass), type);
        if (own != null) {
            return own;
        }
        A ofClass = AnnotatedElementUtils.getMergedAnnotation(ClassUtils.getUserClass(targetClass), type);
        if (ofClass != null) {
            return Modifier.isPublic(method.getModifiers()) ? ofClass : null;
        }
        return ofInterface(method, targetClass);
    }

    private @Nullable A ofInterface(Method method, Class<?> targetClass) {
        return Arrays.stream(ClassUtils.getAllInterfacesForClass(targetClass))
                .filter(candidate ->
                        ReflectionUtils.findMethod(candidate, method.getName(), method.getParameterTypes()) != null)
                .map(candidate -> AnnotatedElementUtils.findMergedAnnotation(candidate, type))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
