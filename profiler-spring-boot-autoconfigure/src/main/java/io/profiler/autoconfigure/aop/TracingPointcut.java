// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Method;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** The methods of one bean that have trace points. */
final class TracingPointcut extends StaticMethodMatcherPointcut {

    private final ResolvedTracePoints tracePoints;

    private TracingPointcut(ResolvedTracePoints tracePoints) {
        this.tracePoints = tracePoints;
    }

    static Advisor advisor(ResolvedTracePoints tracePoints) {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(new TracingPointcut(tracePoints), new TracingInterceptor(tracePoints));
        advisor.setOrder(ProfilerAopAutoConfiguration.ADVISOR_ORDER);
        return advisor;
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return tracePoints.find(method) != null;
    }
}
