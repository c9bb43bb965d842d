// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Types whose text may load, read or block, known by name because their libraries need not be there: reactive types,
 * servlet objects, lazily loaded entities and uploaded files.
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

    private static final ClassValue<Boolean> UNSAFE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return supertypes(type).map(Class::getName).anyMatch(NAMES::contains);
        }
    };

    private UnsafeTypes() {}

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
