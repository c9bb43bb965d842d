// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.web.method.HandlerMethod;

/**
 * Controllers that spans are around.
 *
 * @since 0.1
 */
public final class TracedHandlers {

    /** What the names of Spring Cloud Gateway's handlers begin with, of whose filters a phase tells. */
    public static final String OF_GATEWAY = "org.springframework.cloud.gateway.handler.";

    private TracedHandlers() {}

    /**
     * {@return whether a method is one of theirs that a span is around} In front of a scoped bean is a proxy that knows nothing
     * of what is behind it.
     *
     * @param method that handles requests
     */
    public static boolean contain(HandlerMethod method) {
        return method.getBean() instanceof ScopedObject
                || method.getBean() instanceof Advised advised && isTraced(method, advised);
    }

    private static boolean isTraced(HandlerMethod method, Advised bean) {
        for (Advisor advisor : bean.getAdvisors()) {
            if (advisor.getAdvice() instanceof TracingAdvice
                    && advisor instanceof PointcutAdvisor traced
                    && traced.getPointcut().getMethodMatcher().matches(method.getMethod(), method.getBeanType())) {
                return true;
            }
        }
        return false;
    }
}
