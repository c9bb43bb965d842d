// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the code of a class may get to see another object of its kind, whose private members it can use: in
 * {@code compareTo}, in a constructor that copies, by a reference to itself. Told by the types of parameters and fields,
 * of the class, of those above it, and of those nested with them, and by what their code does.
 */
final class OwnKind {

    /** Asked more than once for a bean, and read from files. */
    private static final ClassValue<Boolean> MET = new ClassValue<>() {

        @Override
        protected Boolean computeValue(Class<?> type) {
            return Comparable.class.isAssignableFrom(type) || new OwnKind(type).isMet();
        }
    };

    private final Set<Class<?>> kinds;

    private OwnKind(Class<?> type) {
        this.kinds = ClassHierarchy.classes(type).collect(Collectors.toSet());
    }

    static boolean isMetBy(Class<?> type) {
        return MET.get(type);
    }

    private boolean isMet() {
        List<Class<?>> nest = kinds.stream()
                .flatMap(kind -> Arrays.stream(kind.getNestMembers()))
                .distinct()
                .toList();
        return nest.stream().flatMap(this::readableTypesSeen).anyMatch(this::mentions)
                || nest.stream()
                        .filter(code -> !isInsideAKind(code))
                        .anyMatch(code -> NestCode.meetsOneOf(kinds, code));
    }

    /** An object of an inner class belongs to the bean itself. */
    private boolean isInsideAKind(Class<?> code) {
        return isInner(code) && (kinds.contains(code.getEnclosingClass()) || isInsideAKind(code.getEnclosingClass()));
    }

    /** None, where it cannot be read for what is missing on the classpath: then nothing of it can run. */
    private Stream<Type> readableTypesSeen(Class<?> code) {
        try {
            return typesSeen(code).toList().stream();
        } catch (LinkageError | TypeNotPresentException missingLibrary) {
            return Stream.empty();
        }
    }

    /** What the bean itself gets injected is its own business; a class around it reads private members past the proxy. */
    private Stream<Type> typesSeen(Class<?> code) {
        Stream<Executable> methods =
                Arrays.<Executable>stream(code.getDeclaredMethods()).filter(method -> !method.isSynthetic());
        return Stream.concat(
                Stream.concat(methods, constructors(code))
                        .flatMap(executable -> Arrays.stream(executable.getGenericParameterTypes())),
                Arrays.stream(code.getDeclaredFields())
                        .filter(field -> !field.isSynthetic() && !(kinds.contains(code) && Injection.fills(field)))
                        .map(Field::getGenericType));
    }

    /** An inner class is given the bean itself, not its proxy. */
    private static Stream<Executable> constructors(Class<?> code) {
        return isInner(code) ? Stream.empty() : Arrays.stream(code.getDeclaredConstructors());
    }

    private static boolean isInner(Class<?> code) {
        return code.isLocalClass()
                || code.isAnonymousClass()
                || code.isMemberClass() && !Modifier.isStatic(code.getModifiers());
    }

    private boolean mentions(Type type) {
        if (type instanceof Class<?> known) {
            return kinds.contains(known.isArray() ? known.getComponentType() : known);
        }
        if (type instanceof ParameterizedType generic) {
            return mentions(generic.getRawType())
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(this::mentions);
        }
        if (type instanceof GenericArrayType array) {
            return mentions(array.getGenericComponentType());
        }
        return bounds(type).anyMatch(bound -> mentions(raw(bound)));
    }

    private static Stream<Type> bounds(Type type) {
        return type instanceof WildcardType wildcard
                ? Stream.concat(Arrays.stream(wildcard.getUpperBounds()), Arrays.stream(wildcard.getLowerBounds()))
                : type instanceof TypeVariable<?> variable ? Arrays.stream(variable.getBounds()) : Stream.empty();
    }

    /** A bound may mention itself without end. */
    private static Type raw(Type bound) {
        return bound instanceof ParameterizedType generic
                ? generic.getRawType()
                : bound instanceof Class<?> ? bound : Object.class;
    }
}
