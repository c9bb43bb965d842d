// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

    static boolean contains(Class<?> type) {
        return UNSAFE.get(type);
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        List<Class<?>> all = above.flatMap(UnsafeTypes::supertypes).collect(Collectors.toList());
        return Stream.concat(Stream.of(type), all.stream());
    }
}
