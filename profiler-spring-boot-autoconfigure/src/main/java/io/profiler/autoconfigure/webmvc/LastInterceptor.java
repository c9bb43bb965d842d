// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.TracingAdvice;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Sees when the other interceptors are done and a handler begins to be called. */
final class LastInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Phases.tell(request, phases -> phases.enter(next(request, handler)));
        return true;
    }

    /** Of a controller that no span is around, nothing tells when it is called. */
    private static RequestPhase next(HttpServletRequest request, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            return RequestPhase.RESOURCE;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return RequestPhase.RESULT;
        }
        return isTraced(handler) ? RequestPhase.ARGUMENTS : RequestPhase.SERVLET;
    }

    private static boolean isTraced(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBean() instanceof Advised advised
                && isTraced(advised);
    }

    private static boolean isTraced(Advised bean) {
        for (Advisor advisor : bean.getAdvisors()) {
            if (advisor.getAdvice() instanceof TracingAdvice) {
                return true;
            }
        }
        return false;
    }
}
