// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;

/** Whether a repository says by its types which Spring Data module it is for: nothing else then keeps it from that one. */
final class RepositoryModule {

    private static final Pattern OF_A_MODULE =
            Pattern.compile("org\\.springframework\\.data\\.(?!repository\\.)\\w+\\.repository\\..*");

    private static final Set<String> DOMAIN_ANNOTATIONS = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass",
            "org.springframework.data.elasticsearch.annotations.Document",
            "org.springframework.data.mongodb.core.mapping.Document",
            "org.springframework.data.redis.core.RedisHash",
            "org.springframework.data.relational.core.mapping.Table");

    private RepositoryModule() {}

    static boolean isNamedBy(Class<?> repository) {
        return types(ResolvableType.forClass(repository)).anyMatch(RepositoryModule::namesModule);
    }

    /** The interfaces, and what they are of. */
    private static Stream<ResolvableType> types(ResolvableType type) {
        return Stream.concat(
                Stream.concat(Stream.of(type), Arrays.stream(type.getGenerics())),
                Arrays.stream(type.getInterfaces()).flatMap(RepositoryModule::types));
    }

    private static boolean namesModule(ResolvableType type) {
        Class<?> known = type.toClass();
        return OF_A_MODULE.matcher(known.getName()).matches()
                || Arrays.stream(known.getAnnotations())
                        .map(annotation -> annotation.annotationType().getName())
                        .anyMatch(DOMAIN_ANNOTATIONS::contains);
    }
}
