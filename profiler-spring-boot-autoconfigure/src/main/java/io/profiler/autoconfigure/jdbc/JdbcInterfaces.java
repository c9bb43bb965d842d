// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.ttddyy.dsproxy.proxy.ProxyJdbcObject;
import org.springframework.util.ClassUtils;

/** The interfaces by which a proxy stands in for a driver's object: all of them, as applications cast to a driver's own. */
final class JdbcInterfaces {

    private final Map<Class<?>, Class<?>[]> known = new ConcurrentHashMap<>();

    Class<?>[] of(Class<?> type) {
        return known.computeIfAbsent(type, JdbcInterfaces::find);
    }

    private static Class<?>[] find(Class<?> type) {
        Class<?>[] all = ClassUtils.getAllInterfacesForClass(type, ProxyJdbcObject.class.getClassLoader());
        return Stream.concat(
                        Stream.of(ProxyJdbcObject.class), Arrays.stream(all).filter(JdbcInterfaces::isOpen))
                .distinct()
                .toArray(Class<?>[]::new);
    }

    private static boolean isOpen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isSealed()
                && type.getModule().isExported(type.getPackageName());
    }
}
