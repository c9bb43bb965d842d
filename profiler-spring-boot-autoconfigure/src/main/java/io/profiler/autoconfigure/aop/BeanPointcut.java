// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.aspectj.AspectJExpressionPointcut;
import org.springframework.beans.factory.BeanFactory;

/**
 * An expression with {@code bean(…)}, as it matches one bean. Spring remembers what methods match by the pointcut, so
 * that each bean has a pointcut that equals no other.
 */
final class BeanPointcut extends AspectJExpressionPointcut {

    private static final long serialVersionUID = 1L;

    private final String beanName;

    BeanPointcut(String expression, String beanName, BeanFactory beanFactory) {
        this.beanName = beanName;
        setExpression(expression);
        setBeanFactory(beanFactory);
    }

    @Override
    protected String getCurrentProxiedBeanName() {
        return beanName;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
