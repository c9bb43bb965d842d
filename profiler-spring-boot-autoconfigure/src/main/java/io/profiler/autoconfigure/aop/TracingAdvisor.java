// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.core.env.Environment;

/** The advisor of a layer. */
final class TracingAdvisor {

    private TracingAdvisor() {}

    static Advisor of(TracePoints tracePoints, Environment environment) {
        ResolvedTracePoints resolved = new ResolvedTracePoints(tracePoints);
        TracingPointcut pointcut = new TracingPointcut(tracePoints, resolved, ProxyKind.of(environment));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(pointcut, new TracingInterceptor(resolved));
        advisor.setOrder(ProfilerAopAutoConfiguration.ADVISOR_ORDER);
        return advisor;
    }
}
