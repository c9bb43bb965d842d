// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.MergedAnnotation;

/**
 * What keeps a proxy from standing in for a bean that nobody has asked to be traced: what code of the application may find on
 * the bean itself alone. Of a bean that is a proxy anyway it finds none of this.
 */
final class UnaskedObstacles {

    /** Annotations for people and tools. */
    private static final List<String> INERT_PACKAGES = List.of(
            "io.profiler.trace.",
            "io.swagger.",
            "lombok.",
            "org.apiguardian.api.",
            "org.checkerframework.",
            "org.jetbrains.annotations.",
            "org.jmolecules.",
            "org.jspecify.annotations.");

    private UnaskedObstacles() {}

    static @Nullable String find(Object bean) {
        if (AopUtils.isAopProxy(bean)) {
            return null;
        }
        if (TypeParameters.mayBeRead(bean)) {
            return "others may read the type parameters that it gives its interfaces";
        }
        return annotation(bean.getClass()).or(() -> lock(bean.getClass())).orElse(null);
    }

    /** A subclass has none of those that its class does not hand down, nor have methods that override others. */
    private static Optional<String> annotation(Class<?> type) {
        Stream<Class<? extends Annotation>> ofClass = Arrays.stream(type.getDeclaredAnnotations())
                .filter(UnaskedObstacles::isReadOfAClass)
                .map(Annotation::annotationType);
        Stream<Class<? extends Annotation>> ofMembers = Stream.concat(
                        ClassHierarchy.instanceMethods(type).flatMap(UnaskedObstacles::withParameters),
                        Arrays.stream(type.getDeclaredFields()))
                .flatMap(UnaskedObstacles::annotations)
                .filter(UnaskedObstacles::isReadByTheApplication);
        return Stream.concat(ofClass, ofMembers)
                .findFirst()
                .map(annotation -> "others may read its annotation @" + annotation.getSimpleName());
    }

    /** A stereotype of the application's own that says nothing more than that is none. */
    private static boolean isReadOfAClass(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        return !type.isAnnotationPresent(Inherited.class)
                && (isReadByTheApplication(type) || isUnknown(type) && saysMore(annotation));
    }

    private static boolean saysMore(Annotation annotation) {
        MergedAnnotation<?> said = MergedAnnotation.from(annotation);
        return Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .anyMatch(attribute -> said.hasNonDefaultValue(attribute.getName()));
    }

    private static Stream<AnnotatedElement> withParameters(Method method) {
        return Stream.concat(Stream.of(method), Arrays.stream(method.getParameters()));
    }

    private static Stream<Class<? extends Annotation>> annotations(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations()).map(Annotation::annotationType);
    }

    /** One that is made of a library's is read by that library, which knows proxies. */
    private static boolean isReadByTheApplication(Class<? extends Annotation> annotation) {
        return isUnknown(annotation)
                && annotations(annotation)
                        .allMatch(meta -> isUnknown(meta)
                                || meta.getName().startsWith("java.lang.annotation.")
                                || meta.getName().startsWith("kotlin."));
    }

    private static boolean isUnknown(Class<? extends Annotation> annotation) {
        return LibraryClasses.packageOf(annotation) == null
                && INERT_PACKAGES.stream().noneMatch(annotation.getName()::startsWith);
    }

    /** Who locks the proxy does not lock what its methods lock. */
    private static Optional<String> lock(Class<?> type) {
        return ClassHierarchy.instanceMethods(type)
                .filter(method -> Modifier.isSynchronized(method.getModifiers()))
                .findFirst()
                .map(method -> "others may lock what its method '" + method.getName() + "' locks");
    }
}
