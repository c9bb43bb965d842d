// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Where Spring looks for methods of a bean to advise: its class and all its interfaces. */
public final class AdvisedTypes {

    private AdvisedTypes() {}

    public static Stream<Class<?>> of(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(ClassUtils.getAllInterfacesForClass(type)));
    }

    /**
     * What may be advised, private methods too, which a proxy cannot pass on.
     *
     * @throws IllegalStateException if one names a class that is not there, as of an optional library; whoever does
     *     not advise the bean never learns of that
     */
    public static List<Method> methods(Class<?> type) {
        return of(type).flatMap(known -> Arrays.stream(ReflectionUtils.getAllDeclaredMethods(known)))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !ReflectionUtils.isObjectMethod(method))
                .toList();
    }
}
