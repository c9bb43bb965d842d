// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Controller;

/**
 * Lets controllers be proxied by class, whatever the application prefers for other beans: Spring MVC does not see the
 * mappings of a controller behind a proxy of its interfaces.
 */
final class ControllerProxies implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        for (String name : beanFactory.getBeanDefinitionNames()) {
            if (beanFactory.findAnnotationOnBean(name, Controller.class, false) != null) {
                beanFactory.getBeanDefinition(name).setAttribute(AutoProxyUtils.PRESERVE_TARGET_CLASS_ATTRIBUTE, true);
            }
        }
    }
}
