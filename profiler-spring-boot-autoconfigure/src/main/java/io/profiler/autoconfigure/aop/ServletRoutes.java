// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.TracedMethod;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;

/** Has Spring MVC call the handlers of functional routes inside a span each. Asked first, it takes those of profiled requests alone. */
final class ServletRoutes implements HandlerAdapter, Ordered {

    private final ObjectProvider<HandlerFunctionAdapter> adapter;
    private final RoutedCalls calls = new RoutedCalls(ServerResponse.class);

    ServletRoutes(ObjectProvider<HandlerFunctionAdapter> adapter) {
        this.adapter = adapter;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerFunction && TracedMethod.isThreadProfiled() && adapter.getIfUnique() != null;
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        HandlerFunction<?> function = (HandlerFunction<?>) handler;
        HandlerFunction<?> traced = asked -> traced(function, asked);
        return adapter.getObject().handle(request, response, traced);
    }

    /** Null only where the handler itself gives none, as Spring MVC allows. */
    @SuppressWarnings("NullAway")
    private ServerResponse traced(HandlerFunction<?> function, ServerRequest request) throws Exception {
        Object pattern = request.attributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return (ServerResponse)
                calls.call(RoutedCalls.route(request.method().name(), pattern), () -> function.handle(request));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
