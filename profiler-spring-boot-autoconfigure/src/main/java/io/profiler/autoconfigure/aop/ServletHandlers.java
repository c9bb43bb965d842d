// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.autoconfigure.TracedHandlers;
import io.profiler.trace.TracedMethod;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Has Spring MVC call inside a span each the handlers of profiled requests that nothing else tells of: those of libraries, as
 * Actuator and Spring Data REST are, and controllers that no proxy can stand in for. It is asked before all others, also those
 * that libraries want asked first, and has Spring MVC's own adapter call them. A servlet with a context of its own may have
 * other adapters; no controller of it has a proxy of ours.
 */
final class ServletHandlers implements HandlerAdapter, PriorityOrdered {

    /** Held softly: they are soon found again, and a context may end. */
    private final Map<BeanFactory, OtherAdapters<HandlerAdapter>> adapters = new ConcurrentReferenceHashMap<>();

    private final RoutedCalls calls = new RoutedCalls(ModelAndView.class);

    @Override
    public boolean supports(Object handler) {
        return TracedMethod.isThreadProfiled() && Boolean.TRUE.equals(Guard.call(() -> isUntold(handler)));
    }

    private boolean isUntold(Object handler) {
        return !isTold(handler)
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && isCalledHere(attributes.getRequest())
                && adapter(attributes.getRequest(), handler) != null;
    }

    /** Where the result is there already, which a handler gave on another thread, none is called. */
    private static boolean isCalledHere(HttpServletRequest request) {
        if (WebAsyncUtils.getAsyncManager(request).hasConcurrentResult()) {
            enter(RequestPhase.RESULT, request);
            return false;
        }
        return true;
    }

    private static void enter(RequestPhase phase, HttpServletRequest request) {
        RequestPhases phases = RequestPhases.in(request.getAttribute(RequestPhases.ATTRIBUTE));
        if (phases != null && request.getDispatcherType() != DispatcherType.INCLUDE) {
            phases.enter(phase);
        }
    }

    private static boolean isTold(Object handler) {
        return handler instanceof HandlerFunction
                || handler instanceof ResourceHttpRequestHandler
                || handler instanceof HandlerMethod method && TracedHandlers.contain(method);
    }

    /** Of the servlet that is at work: a context that is refreshed has another factory, with other adapters. */
    private @Nullable HandlerAdapter adapter(HttpServletRequest request, Object handler) {
        WebApplicationContext context = RequestContextUtils.findWebApplicationContext(request);
        return context == null
                ? null
                : adapters.computeIfAbsent(
                                context.getAutowireCapableBeanFactory(),
                                factory -> new OtherAdapters<>(context, HandlerAdapter.class, this))
                        .find(adapter -> adapter.supports(handler));
    }

    /** Null where the handler has answered by itself, as Spring MVC allows. */
    @Override
    @SuppressWarnings("NullAway")
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        HandlerAdapter adapter = Objects.requireNonNull(adapter(request, handler));
        TracedMethod name = Guard.call(() -> found(request, handler));
        return name == null
                ? adapter.handle(request, response, handler)
                : (ModelAndView) calls.call(name, () -> adapter.handle(request, response, handler));
    }

    private static TracedMethod found(HttpServletRequest request, Object handler) {
        enter(RequestPhase.ARGUMENTS, request);
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return HandlerNames.describe(handler, request.getMethod(), pattern);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
