// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.Environment;

/** A layer of stores: what carries its annotation, and what a pointcut of the user's adds. */
final class StoreLayer<A extends Annotation> implements TracePoints {

    private final String defaultName;
    private final LayerAnnotations<A> annotations;
    private final @Nullable Pointcut pointcut;

    private StoreLayer(String defaultName, LayerAnnotations<A> annotations, @Nullable Pointcut pointcut) {
        this.defaultName = defaultName;
        this.annotations = annotations;
        this.pointcut = pointcut;
    }

    static <A extends Annotation> StoreLayer<A> of(
            String defaultName, Class<A> annotation, String pointcutProperty, Environment environment) {
        return new StoreLayer<>(
                defaultName, new LayerAnnotations<>(annotation), UserPointcut.of(pointcutProperty, environment));
    }

    @Override
    public boolean isCandidate(Class<?> targetClass) {
        return annotations.isOn(targetClass)
                || pointcut != null && pointcut.getClassFilter().matches(targetClass);
    }

    @Override
    public @Nullable TracedMethod find(Method method, Class<?> targetClass) {
        A annotation = annotations.find(method, targetClass);
        if (annotation != null) {
            return TracedMethods.describe(name(annotation), method, targetClass).build();
        }
        return isAdded(method, targetClass)
                ? TracedMethods.describe(defaultName, method, targetClass).build()
                : null;
    }

    private boolean isAdded(Method method, Class<?> targetClass) {
        return pointcut != null
                && pointcut.getClassFilter().matches(targetClass)
                && pointcut.getMethodMatcher().matches(method, targetClass);
    }

    private String name(A annotation) {
        return AnnotationUtils.getValue(annotation) instanceof String name && !name.isEmpty() ? name : defaultName;
    }
}
