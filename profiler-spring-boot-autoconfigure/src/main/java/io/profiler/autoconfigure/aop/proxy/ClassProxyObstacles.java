// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps a subclass from standing in for a bean. */
final class ClassProxyObstacles {

    private static final int VISIBLE_BEYOND_PACKAGE = Modifier.PUBLIC | Modifier.PROTECTED;

    private ClassProxyObstacles() {}

    @Nullable
    static Obstacle find(Class<?> type) {
        if (Modifier.isFinal(type.getModifiers())) {
            return new Obstacle("the class is final", Remedy.NOT_FINAL);
        }
        if (type.isSealed()) {
            return Obstacle.of("the class is sealed");
        }
        if (hasOnlyPrivateConstructors(type)) {
            return Obstacle.of("it has only private constructors");
        }
        return finalMethod(type)
                .or(() -> methodOutOfSight(type))
                .or(() -> privateMethodOfFramework(type))
                .or(() -> identity(type))
                .orElseGet(() -> ReachableFields.obstacle(type));
    }

    private static boolean hasOnlyPrivateConstructors(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        return constructors.length > 0 && Arrays.stream(constructors).allMatch(ClassProxyObstacles::isPrivate);
    }

    /** On a proxy it would run without the bean's fields. */
    private static Optional<Obstacle> finalMethod(Class<?> type) {
        return ClassHierarchy.instanceMethods(type)
                .filter(method -> Modifier.isFinal(method.getModifiers()))
                .filter(method -> !isPrivate(method))
                .map(method -> new Obstacle("its method '" + method.getName() + "' is final", Remedy.NOT_FINAL))
                .findFirst();
    }

    /** So would this, which a class of another package cannot override. */
    private static Optional<Obstacle> methodOutOfSight(Class<?> type) {
        return ClassHierarchy.instanceMethods(type)
                .filter(method -> (method.getModifiers() & VISIBLE_BEYOND_PACKAGE) == 0 && !isPrivate(method))
                .filter(method -> !isInPackageOf(type, method.getDeclaringClass()))
                .map(method -> Obstacle.of("its method '" + method.getName() + "' is seen by the package "
                        + method.getDeclaringClass().getPackageName() + " alone"))
                .findFirst();
    }

    private static boolean isInPackageOf(Class<?> type, Class<?> other) {
        return type.getPackageName().equals(other.getPackageName()) && type.getClassLoader() == other.getClassLoader();
    }

    /** So would this, or the framework refuses it and the application does not start. */
    private static Optional<Obstacle> privateMethodOfFramework(Class<?> type) {
        return FrameworkMethod.in(type)
                .filter(found -> isPrivate(found.method()))
                .map(found -> new Obstacle(
                        "its method '" + found.method().getName() + "' is private and has @"
                                + found.annotation().getSimpleName(),
                        Remedy.SEEN_BY_PACKAGE))
                .findFirst();
    }

    private static Optional<Obstacle> identity(Class<?> type) {
        return ClassHierarchy.identityMethods(type)
                .map(method -> Obstacle.of("it has a method '" + method.getName() + "' of its own"))
                .findFirst();
    }

    private static boolean isPrivate(Member member) {
        return Modifier.isPrivate(member.getModifiers());
    }
}
