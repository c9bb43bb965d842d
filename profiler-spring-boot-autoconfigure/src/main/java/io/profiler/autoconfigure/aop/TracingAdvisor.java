// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;

/** The advisor of a layer. */
final class TracingAdvisor {

    private TracingAdvisor() {}

    static Advisor of(TracePoints tracePoints, ProxyKind proxyKind) {
        ResolvedTracePoints resolved = new ResolvedTracePoints(tracePoints);
        TracingPointcut pointcut = new TracingPointcut(tracePoints, resolved, proxyKind);
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(pointcut, new TracingInterceptor(resolved));
        advisor.setOrder(ProfilerAopAutoConfiguration.ADVISOR_ORDER);
        return advisor;
    }
}
