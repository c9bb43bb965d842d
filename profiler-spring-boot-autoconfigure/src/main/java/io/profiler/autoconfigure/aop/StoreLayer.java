// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.Environment;

/** A layer of stores: what carries its annotation, and what a pointcut of the user's adds. */
final class StoreLayer<A extends Annotation> implements LayerMethods {

    private final StoreKind<A> kind;
    private final LayerAnnotations<A> annotations;
    private final @Nullable UserPointcut pointcut;

    private StoreLayer(StoreKind<A> kind, LayerAnnotations<A> annotations, @Nullable UserPointcut pointcut) {
        this.kind = kind;
        this.annotations = annotations;
        this.pointcut = pointcut;
    }

    static <A extends Annotation> Layer of(StoreKind<A> kind, Environment environment) {
        return new Layer(
                kind.traceSwitch(),
                kind.text(),
                new StoreLayer<>(
                        kind,
                        new LayerAnnotations<>(kind.annotation()),
                        UserPointcut.of(kind.pointcutProperty(), environment)));
    }

    @Override
    public LayerMethods forBean(String name, BeanFactory beanFactory) {
        return pointcut == null ? this : new StoreLayer<>(kind, annotations, pointcut.forBean(name, beanFactory));
    }

    @Override
    public boolean isMarked(Class<?> targetClass) {
        return annotations.isOn(targetClass);
    }

    @Override
    public boolean isMeantFor(Class<?> targetClass) {
        return isMarked(targetClass) || pointcut != null && pointcut.isMeantFor(targetClass);
    }

    @Override
    public boolean isCandidate(Class<?> targetClass) {
        return isMarked(targetClass) || pointcut != null && pointcut.matches(targetClass);
    }

    @Override
    public @Nullable TracedMethod find(Method method, Class<?> targetClass) {
        boolean isAdded = pointcut != null && pointcut.matches(method, targetClass);
        A annotation = annotations.find(method, targetClass);
        if (annotation != null) {
            return TracedMethods.describe(name(annotation), method, targetClass).build();
        }
        return isAdded
                ? TracedMethods.describe(kind.spanName(), method, targetClass).build()
                : null;
    }

    private String name(A annotation) {
        return AnnotationUtils.getValue(annotation) instanceof String name && !name.isEmpty() ? name : kind.spanName();
    }

    @Override
    public @Nullable String advice(boolean hasBeans) {
        if (pointcut != null) {
            return pointcut.hasMatched() ? null : "'" + kind.pointcutProperty() + "' matches no bean: " + pointcut;
        }
        return hasBeans ? null : kind.adviceWithoutBeans();
    }
}
