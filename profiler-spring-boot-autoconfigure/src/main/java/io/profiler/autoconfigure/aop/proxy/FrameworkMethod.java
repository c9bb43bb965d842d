// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method that a framework may find by an annotation and call on the bean, which then is the proxy: a handler, a
 * listener, a scheduled task. Which annotations do that nobody can list, so that it is all but those known not to.
 */
record FrameworkMethod(Method method, Class<? extends Annotation> annotation) {

    /** Annotations that nobody calls a method for. */
    private static final List<String> INERT_PACKAGES = List.of(
            "java.lang.",
            "org.jspecify.annotations.",
            "io.profiler.trace.",
            "org.springframework.transaction.annotation.",
            "org.springframework.cache.annotation.");

    /** Injection and life cycle, which come before the proxy, and more that only advice looks at. */
    private static final Set<String> INERT = Set.of(
            "jakarta.annotation.PostConstruct",
            "jakarta.annotation.PreDestroy",
            "jakarta.annotation.Resource",
            "jakarta.inject.Inject",
            "jakarta.transaction.Transactional",
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "org.springframework.scheduling.annotation.Async");

    static Stream<FrameworkMethod> in(Class<?> type) {
        return ClassHierarchy.instanceMethods(type)
                .flatMap(method -> Arrays.stream(method.getDeclaredAnnotations())
                        .map(Annotation::annotationType)
                        .filter(annotation -> !isInert(annotation.getName()))
                        .map(annotation -> new FrameworkMethod(method, annotation)));
    }

    private static boolean isInert(String annotation) {
        return INERT.contains(annotation) || INERT_PACKAGES.stream().anyMatch(annotation::startsWith);
    }
}
