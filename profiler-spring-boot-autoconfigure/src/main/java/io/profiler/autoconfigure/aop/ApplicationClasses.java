// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.aop.proxy.LibraryClasses;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;

/**
 * Classes that are not a library's: those of the packages that Spring Boot scans, whatever they are called, and all that no
 * library is known to have.
 */
final class ApplicationClasses {

    private final BeanFactory beanFactory;

    ApplicationClasses(BeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    boolean contain(Class<?> type) {
        return LibraryClasses.packageOf(type) == null || kinds(type).anyMatch(this::isScanned);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return Proxy.isProxyClass(type) ? Stream.of(type.getInterfaces()) : Stream.of(type);
    }

    private boolean isScanned(Class<?> type) {
        List<String> packages =
                AutoConfigurationPackages.has(beanFactory) ? AutoConfigurationPackages.get(beanFactory) : List.of();
        return packages.stream().anyMatch(scanned -> (type.getPackageName() + '.').startsWith(scanned + '.'));
    }
}
