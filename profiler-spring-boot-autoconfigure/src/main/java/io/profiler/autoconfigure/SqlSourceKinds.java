// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * How a proxy can stand in for a bean that gives connections, so that whoever has it injected by its class gets it.
 *
 * @since 0.1
 */
public final class SqlSourceKinds {

    private final ConfigurableListableBeanFactory beanFactory;

    /**
     * Looks at the beans of one factory.
     *
     * @param beanFactory asked how a bean is declared; makes none
     */
    public SqlSourceKinds(ConfigurableListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    /**
     * {@return why a subclass cannot stand in for the class, as the end of a sentence; null if it can}
     *
     * @param type class of the bean
     */
    public static @Nullable String obstacle(Class<?> type) {
        if (Modifier.isFinal(type.getModifiers()) || type.isSealed() || type.isHidden()) {
            return "its class is final";
        }
        return instanceMethods(type)
                .map(SqlSourceKinds::obstacle)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * {@return why a subclass that has nothing in the fields that it inherits cannot stand in for the class; null if it
     * can} No method may be final then, not even one that only reads.
     *
     * @param type class of the bean
     */
    public static @Nullable String obstacleWithoutFields(Class<?> type) {
        String obstacle = obstacle(type);
        return obstacle != null
                ? obstacle
                : instanceMethods(type)
                        .filter(method -> Modifier.isFinal(method.getModifiers()))
                        .findFirst()
                        .map(SqlSourceKinds::finalMethod)
                        .orElse(null);
    }

    private static String finalMethod(Method method) {
        return "its method '" + method.getName() + "' is final";
    }

    private static @Nullable String obstacle(Method method) {
        if (isDangerouslyFinal(method)) {
            return finalMethod(method);
        }
        return givesClass(method)
                ? "its method '" + method.getName() + "' gives no connection but that of the class "
                        + method.getReturnType().getName()
                : null;
    }

    /** A traced connection is of no class. */
    private static boolean givesClass(Method method) {
        Class<?> given = method.getReturnType();
        return method.getName().equals("getConnection")
                && method.getParameterCount() == 0
                && Connection.class.isAssignableFrom(given)
                && !given.isInterface();
    }

    private static Stream<Method> instanceMethods(Class<?> type) {
        return Stream.<Class<?>>iterate(type, above -> above != null && above != Object.class, Class::getSuperclass)
                .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
                .filter(method ->
                        !Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()));
    }

    /** It would run on the proxy's fields, which is harmless where it reads alone. */
    private static boolean isDangerouslyFinal(Method method) {
        return Modifier.isFinal(method.getModifiers()) && !isReader(method);
    }

    private static boolean isReader(Method method) {
        return method.getParameterCount() == 0
                && (method.getName().startsWith("get") || method.getName().startsWith("is"))
                && !method.getName().equals("getConnection");
    }

    /**
     * {@return whether nobody can know the bean by its class, so that a proxy of its interfaces will do}
     *
     * @param bean as it was made, before any proxy
     * @param name by which its definition is found; a bean without one is judged by its class
     */
    public boolean isKnownByInterface(Object bean, String name) {
        Class<?> type = bean.getClass();
        return Proxy.isProxyClass(type)
                || ClassUtils.isLambdaClass(type)
                || DeclaredType.isInterface(beanFactory, name)
                || !Modifier.isPublic(type.getModifiers()) && !isDeclaredByClass(name);
    }

    /** Its own package may know it by a class that nobody else sees. */
    private boolean isDeclaredByClass(String name) {
        Class<?> declared = beanFactory.containsBeanDefinition(name)
                ? beanFactory.getMergedBeanDefinition(name).getResolvableType().resolve()
                : null;
        return declared != null && !declared.isInterface();
    }
}
