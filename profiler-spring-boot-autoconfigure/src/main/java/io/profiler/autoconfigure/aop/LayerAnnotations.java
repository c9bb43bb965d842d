// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.proxy.AdvisedTypes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
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
        return AdvisedTypes.of(targetClass)
                .filter(known -> AnnotationUtils.isCandidateClass(known, type))
                .flatMap(known -> Arrays.stream(ReflectionUtils.getAllDeclaredMethods(known)))
                .anyMatch(method -> AnnotatedElementUtils.hasAnnotation(method, type));
    }

    @Nullable
    A find(Method method, Class<?> targetClass) {
        Method implementation = TracedMethods.specific(method, targetClass);
        if (ReflectionUtils.isObjectMethod(implementation) || implementation.isSynthetic()) {
            return null;
        }
        A own = AnnotatedElementUtils.findMergedAnnotation(implementation, type);
        if (own != null) {
            return own;
        }
        A ofClass = AnnotatedElementUtils.getMergedAnnotation(ClassUtils.getUserClass(targetClass), type);
        if (ofClass != null) {
            return Modifier.isPublic(implementation.getModifiers()) ? ofClass : null;
        }
        return ofInterface(implementation, targetClass);
    }

    private @Nullable A ofInterface(Method implementation, Class<?> targetClass) {
        return Arrays.stream(ClassUtils.getAllInterfacesForClass(targetClass))
                .filter(candidate -> declares(candidate, implementation, targetClass))
                .map(candidate -> AnnotatedElementUtils.findMergedAnnotation(candidate, type))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    /** By what would be called, because a generic interface has other parameters than what implements it. */
    private static boolean declares(Class<?> candidate, Method implementation, Class<?> targetClass) {
        return Arrays.stream(candidate.getMethods())
                .filter(declared -> declared.getName().equals(implementation.getName()))
                .anyMatch(declared ->
                        TracedMethods.specific(declared, targetClass).equals(implementation));
    }
}
