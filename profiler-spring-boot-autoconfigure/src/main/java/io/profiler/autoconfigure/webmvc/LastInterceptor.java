// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.TracedHandlers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.function.HandlerFunction;
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
        return handler instanceof HandlerFunction
                        || handler instanceof HandlerMethod method && TracedHandlers.contain(method)
                ? RequestPhase.ARGUMENTS
                : RequestPhase.SERVLET;
    }
}
