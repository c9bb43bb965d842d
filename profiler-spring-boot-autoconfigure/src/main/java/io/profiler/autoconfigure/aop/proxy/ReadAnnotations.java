// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.MergedAnnotation;

/**
 * Annotations that code of the application, or a container, may read of a bean's own class. A subclass has none of those that its class does not
 * hand down, nor have methods that override others.
 */
final class ReadAnnotations {

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

    /** Who may call what. A library that sees to it has a proxy in front of the bean; without one, the application does. */
    private static final List<String> GUARDING_PACKAGES =
            List.of("jakarta.annotation.security.", "org.springframework.security.access.");

    /** A servlet container looks for these on the class of what it is given. */
    private static final Set<String> READ_BY_CONTAINERS =
            Set.of("jakarta.websocket.ClientEndpoint", "jakarta.websocket.server.ServerEndpoint");

    private static final String STEREOTYPES = "org.springframework.stereotype.";

    /** By what they say besides, an application tells beans of one type from each other. */
    private static final Set<String> NAMING = Set.of(
            "jakarta.annotation.Priority",
            "jakarta.inject.Named",
            "org.springframework.core.annotation.Order",
            "org.springframework.web.bind.annotation.RestController");

    private ReadAnnotations() {}

    /**
     * The first one.
     *
     * @param strictly whether every stereotype of the application's own may be read, also one that says no more than that
     */
    static Optional<Class<? extends Annotation>> in(Class<?> type, boolean strictly) {
        Stream<Class<? extends Annotation>> ofClass = Arrays.stream(type.getDeclaredAnnotations())
                .filter(annotation -> !annotation.annotationType().isAnnotationPresent(Inherited.class))
                .filter(annotation -> isReadOfAClass(annotation, strictly))
                .map(Annotation::annotationType);
        Stream<Class<? extends Annotation>> ofMembers = Stream.concat(
                        ClassHierarchy.instanceMethods(type).flatMap(ReadAnnotations::withParameters),
                        Arrays.stream(type.getDeclaredFields()))
                .flatMap(ReadAnnotations::annotations)
                .filter(ReadAnnotations::isReadByTheApplication);
        return Stream.concat(ofClass, ofMembers).findFirst();
    }

    private static boolean isReadOfAClass(Annotation annotation, boolean strictly) {
        Class<? extends Annotation> type = annotation.annotationType();
        return isReadByTheApplication(type)
                || isUnknown(type) && strictly
                || (isUnknown(type) || isNaming(type.getName())) && saysMore(annotation);
    }

    private static boolean isNaming(String annotation) {
        return annotation.startsWith(STEREOTYPES) || NAMING.contains(annotation);
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
        return isIn(GUARDING_PACKAGES, annotation)
                || READ_BY_CONTAINERS.contains(annotation.getName())
                || isUnknown(annotation) && annotations(annotation).noneMatch(ReadAnnotations::isReadByALibrary);
    }

    private static boolean isReadByALibrary(Class<? extends Annotation> annotation) {
        return LibraryClasses.packageOf(annotation) != null
                && !annotation.getName().startsWith("java.lang.")
                && !annotation.getName().startsWith("kotlin.");
    }

    private static boolean isUnknown(Class<? extends Annotation> annotation) {
        return LibraryClasses.packageOf(annotation) == null && !isIn(INERT_PACKAGES, annotation);
    }

    private static boolean isIn(List<String> packages, Class<?> type) {
        return packages.stream().anyMatch(type.getName()::startsWith);
    }
}
