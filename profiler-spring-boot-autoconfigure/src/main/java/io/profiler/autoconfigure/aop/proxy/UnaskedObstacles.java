// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/**
 * What keeps a proxy from standing in for a bean that nobody has asked to be traced: what code of the application may find on
 * the bean itself alone. Of a bean that is a proxy anyway it finds none of this.
 */
public final class UnaskedObstacles {

    private UnaskedObstacles() {}

    /**
     * @param isToldAnyway whether spans tell of its calls also without a proxy
     */
    public static @Nullable Obstacle find(Object bean, boolean isToldAnyway) {
        if (AopUtils.isAopProxy(bean)) {
            return null;
        }
        if (TypeParameters.mayBeRead(bean)) {
            return new Obstacle(
                    "others may read the type parameters that it gives its superclass or interfaces", Remedy.MARKED);
        }
        Class<?> type = bean.getClass();
        return ReadAnnotations.in(type, isToldAnyway)
                .map(annotation -> "others may read its annotation @" + annotation.getSimpleName())
                .or(() -> lock(type))
                .map(reason -> new Obstacle(reason, Remedy.MARKED))
                .or(() -> code(type).map(Obstacle::of))
                .orElse(null);
    }

    /** Who locks the proxy does not lock what its methods lock. */
    private static Optional<String> lock(Class<?> type) {
        return ClassHierarchy.instanceMethods(type)
                .filter(method -> Modifier.isSynchronized(method.getModifiers()))
                .findFirst()
                .map(method -> "others may lock what its method '" + method.getName() + "' locks");
    }

    private static Optional<String> code(Class<?> type) {
        List<ClassFile> files = writtenByTheApplication(type)
                .flatMap(written -> Stream.ofNullable(ClassFile.of(written)))
                .toList();
        if (files.stream().anyMatch(SelfComparison::isIn)) {
            return Optional.of("it asks whether something else is itself, and would not know its proxy");
        }
        return files.stream().anyMatch(UndeclaredExceptions::mayBeThrownBy)
                ? Optional.of("it throws checked exceptions that it does not declare, and a proxy would wrap them")
                : Optional.empty();
    }

    private static Stream<Class<?>> writtenByTheApplication(Class<?> type) {
        return ClassHierarchy.classes(type)
                .filter(written -> written == type || LibraryClasses.packageOf(written) == null);
    }
}
