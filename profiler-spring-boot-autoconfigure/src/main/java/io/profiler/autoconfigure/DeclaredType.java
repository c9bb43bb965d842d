// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * What a bean is known by, as its definition says.
 *
 * @since 0.1
 */
public final class DeclaredType {

    private DeclaredType() {}

    /**
     * {@return whether nobody can have a bean injected by its class, because a method makes it that returns an interface}
     *
     * @param beanFactory that makes it
     * @param name of the bean
     */
    public static boolean isInterface(ConfigurableListableBeanFactory beanFactory, String name) {
        return beanFactory.containsBeanDefinition(name)
                && beanFactory.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition
                && isInterface(definition.getResolvedFactoryMethod());
    }

    private static boolean isInterface(@Nullable Method factoryMethod) {
        return factoryMethod != null && factoryMethod.getReturnType().isInterface();
    }
}
