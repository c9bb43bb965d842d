// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Where Spring looks for methods of a bean to advise: its class and all its interfaces. */
final class AdvisedTypes {

    private AdvisedTypes() {}

    static Stream<Class<?>> of(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(ClassUtils.getAllInterfacesForClass(type)));
    }

    /**
     * Reads all signatures as Spring will for a class that it is to advise.
     *
     * @throws IllegalStateException if one names a class that is not there, as of an optional library; whoever does
     *     not advise the bean never learns of that
     */
    static void read(Class<?> type) {
        of(type).forEach(ReflectionUtils::getAllDeclaredMethods);
    }
}
