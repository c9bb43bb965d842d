// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Answers HEAD only where a controller says so: the API allows it on few routes, Spring MVC on every GET. */
class ExplicitHeadHandlerMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        HandlerMethod handler = super.lookupHandlerMethod(path, request);
        if (handler != null && HttpMethod.HEAD.matches(request.getMethod())) {
            Set<RequestMethod> methods = methodsAt(request);
            if (!methods.isEmpty() && !methods.contains(RequestMethod.HEAD)) {
                throw new HttpRequestMethodNotSupportedException(
                        request.getMethod(), methods.stream().map(Enum::name).toList());
            }
        }
        return handler;
    }

    private Set<RequestMethod> methodsAt(HttpServletRequest request) {
        return getHandlerMethods().keySet().stream()
                .filter(info -> matchesPath(info, request))
                .flatMap(info -> info.getMethodsCondition().getMethods().stream())
                .collect(Collectors.toSet());
    }

    private static boolean matchesPath(RequestMappingInfo info, HttpServletRequest request) {
        PathPatternsRequestCondition patterns = info.getPathPatternsCondition();
        return patterns != null && patterns.getMatchingCondition(request) != null;
    }
}
