// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Method;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** The methods of one bean that are traced. */
final class TracingPointcut extends StaticMethodMatcherPointcut {

    private final BeanMethods methods;

    private TracingPointcut(BeanMethods methods) {
        this.methods = methods;
    }

    static Advisor advisor(BeanMethods methods) {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(new TracingPointcut(methods), new TracingInterceptor(methods));
        advisor.setOrder(ProfilerAopAutoConfiguration.ADVISOR_ORDER);
        return advisor;
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return methods.find(method) != null;
    }
}
