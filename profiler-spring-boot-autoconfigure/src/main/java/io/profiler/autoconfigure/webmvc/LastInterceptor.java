// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.RequestPhase;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Sees when the other interceptors are done and a handler begins to be called. */
final class LastInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Phases.tell(request, phases -> phases.enter(next(request, handler)));
        return true;
    }

    private static RequestPhase next(HttpServletRequest request, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            return RequestPhase.RESOURCE;
        }
        return request.getDispatcherType() == DispatcherType.ASYNC ? RequestPhase.RESULT : RequestPhase.ARGUMENTS;
    }
}
