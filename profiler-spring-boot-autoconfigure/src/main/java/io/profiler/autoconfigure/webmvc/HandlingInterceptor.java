// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Sees when a handler is found, when a view begins to be rendered, and when that is done. It is the first of all interceptors
 * on the way in, and the last one on the way back.
 */
final class HandlingInterceptor implements HandlerInterceptor {

    private static final String VIEW = "io.profiler.view";

    private final Supplier<Profiler> profiler;

    HandlingInterceptor(Supplier<Profiler> profiler) {
        this.profiler = profiler;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Phases.tell(request, phases -> {
            phases.was(RequestPhase.MAPPING);
            phases.enter(RequestPhase.INTERCEPTORS);
        });
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (TracePosition.current() != null) {
            Guard.run(() -> handled(request, modelAndView));
        }
    }

    private void handled(HttpServletRequest request, @Nullable ModelAndView modelAndView) {
        BodyTimes.tell(request);
        Phases.tell(request, phases -> phases.wasNot(RequestPhase.ARGUMENTS));
        String view = modelAndView == null ? null : view(modelAndView);
        if (view != null) {
            Phases.tell(request, RequestPhases::leave);
            request.setAttribute(VIEW, profiler.get().start("view", Map.of("view", Map.of("name", view))));
        }
    }

    /** Its name; null if the request goes on elsewhere, which is no rendering. */
    private static @Nullable String view(ModelAndView modelAndView) {
        String name = modelAndView.getViewName();
        View view = modelAndView.getView();
        if (name == null) {
            return view == null ? null : view.getClass().getName();
        }
        return name.startsWith("forward:") || name.startsWith("redirect:") ? null : name;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception error) {
        if (request.getAttribute(VIEW) instanceof Span rendering) {
            request.removeAttribute(VIEW);
            Guard.run(() -> stop(rendering, error));
        }
        Phases.tell(request, phases -> phases.enter(RequestPhase.FILTERS));
    }

    private static void stop(Span rendering, @Nullable Exception error) {
        if (error == null) {
            rendering.stop();
        } else {
            rendering.stop(error);
        }
    }
}
