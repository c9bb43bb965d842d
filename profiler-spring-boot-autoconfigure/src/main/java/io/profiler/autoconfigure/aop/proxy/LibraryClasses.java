// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes of Java, of Spring and of what applications commonly get with it. */
public final class LibraryClasses {

    private static final List<String> PACKAGES = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.springframework.",
            "org.springdoc.",
            "org.aspectj.",
            "io.micrometer.",
            "io.opentelemetry.",
            "io.prometheus.",
            "org.apache.",
            "org.eclipse.",
            "org.hibernate.",
            "org.thymeleaf.",
            "org.flywaydb.",
            "org.slf4j.",
            "org.mybatis.",
            "org.quartz.",
            "liquibase.",
            "freemarker.",
            "graphql.",
            "ch.qos.logback.",
            "com.fasterxml.",
            "tools.jackson.",
            "com.google.",
            "com.zaxxer.",
            "com.mongodb.",
            "com.rabbitmq.",
            "com.hazelcast.",
            "com.github.benmanes.",
            "feign.",
            "groovy.",
            "io.grpc.",
            "io.lettuce.",
            "io.netty.",
            "io.r2dbc.",
            "io.undertow.",
            "kotlin.",
            "kotlinx.",
            "reactor.",
            "redis.");

    private LibraryClasses() {}

    /** What the name of a library's class begins with; null for any other class. */
    public static @Nullable String packageOf(Class<?> type) {
        return Proxy.isProxyClass(type) ? packageOfAll(type.getInterfaces()) : packageOf(type.getName());
    }

    /** A proxy is whose its interfaces are: an application's, if one of them is. */
    private static @Nullable String packageOfAll(Class<?>[] interfaces) {
        String found = null;
        for (Class<?> known : interfaces) {
            found = packageOf(known.getName());
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    private static @Nullable String packageOf(String name) {
        return PACKAGES.stream().filter(name::startsWith).findFirst().orElse(null);
    }
}
