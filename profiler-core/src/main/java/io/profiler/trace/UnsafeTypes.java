// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Types whose text may load, read or block, known by name because their libraries need not be there: reactive types,
 * servlet objects, entities, uploaded files, and collections that are not the platform's own.
 */
final class UnsafeTypes {

    private static final Set<String> NAMES = Set.of(
            "org.reactivestreams.Publisher",
            "java.util.concurrent.Flow$Publisher",
            "jakarta.servlet.ServletRequest",
            "jakarta.servlet.ServletResponse",
            "jakarta.servlet.http.HttpSession",
            "org.hibernate.proxy.HibernateProxy",
            "org.springframework.core.io.InputStreamSource",
            "org.springframework.data.mongodb.core.convert.LazyLoadingProxy");

    /** The time to write a larger number grows with the square of its length. */
    private static final int MAX_NUMBER_BITS = 8192;

    /** Of entities, whose text tends to load what they refer to. */
    private static final Set<String> ENTITY_ANNOTATIONS = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Embeddable",
            "org.springframework.data.mongodb.core.mapping.Document");

    private static final ClassValue<Boolean> UNSAFE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return supertypes(type).anyMatch(known -> NAMES.contains(known.getName()) || isEntity(known));
        }
    };

    private UnsafeTypes() {}

    /** Whether asking a value for its text, or for its elements, may load, read or block. */
    static boolean isUnsafe(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof Collection || value instanceof Map) {
            return !isPlainCollection(value);
        }
        return value instanceof AutoCloseable
                || value instanceof BaseStream
                || value instanceof Future
                || value instanceof Iterator
                || value instanceof Thread
                || value instanceof ClassLoader
                || Proxy.isProxyClass(type)
                || type.getName().contains("$$")
                || type.isHidden()
                || isHuge(value)
                || UNSAFE.get(type);
    }

    /** Whether this is a number of the platform's that is soon written. */
    static boolean isPlainNumber(Object value) {
        return value instanceof Number && value.getClass().getName().startsWith("java.") && !isHuge(value);
    }

    private static boolean isHuge(Object value) {
        if (value instanceof BigDecimal decimal) {
            return isHuge(decimal.unscaledValue());
        }
        return value instanceof BigInteger integer && integer.bitLength() > MAX_NUMBER_BITS;
    }

    /** Whether this is a collection of the platform's that holds its elements itself, rather than one it wraps. */
    static boolean isPlainCollection(Object collection) {
        String type = collection.getClass().getName();
        return type.startsWith("java.util.")
                && !type.startsWith("java.util.Abstract")
                && (!type.startsWith("java.util.Collections$")
                        || type.startsWith("java.util.Collections$Empty")
                        || type.startsWith("java.util.Collections$Singleton")
                        || type.equals("java.util.Collections$CopiesList"));
    }

    private static boolean isEntity(Class<?> type) {
        return Arrays.stream(type.getDeclaredAnnotations())
                .anyMatch(annotation ->
                        ENTITY_ANNOTATIONS.contains(annotation.annotationType().getName()));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        List<Class<?>> all = above.flatMap(UnsafeTypes::supertypes).collect(Collectors.toList());
        return Stream.concat(Stream.of(type), all.stream());
    }
}
