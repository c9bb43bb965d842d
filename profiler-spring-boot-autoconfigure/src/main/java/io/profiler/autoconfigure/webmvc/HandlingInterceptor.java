// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webmvc;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.RequestPhase;
import io.profiler.autoconfigure.RequestPhases;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.View;

/**
 * Sees when a handler is found, when a view begins to be rendered, and when that is done. It is the first of all interceptors
 * on the way in, and the last one on the way back.
 */
final class HandlingInterceptor implements AsyncHandlerInterceptor {

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
        if (TracedMethod.isThreadProfiled()) {
            Guard.run(() -> Handling.begin(request));
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (TracedMethod.isThreadProfiled()) {
            Guard.run(() -> handled(request, modelAndView));
        }
    }

    private void handled(HttpServletRequest request, @Nullable ModelAndView modelAndView) {
        BodyTimes.tell(request);
        Phases.tell(request, phases -> phases.wasNot(RequestPhase.ARGUMENTS));
        Handling handling = Handling.of(request);
        String view = modelAndView == null ? null : view(modelAndView);
        if (view != null && handling != null) {
            Phases.tell(request, RequestPhases::leave);
            handling.renders(profiler.get().start("view", Map.of("view", Map.of("name", view))));
        }
    }

    /** Its name; null if the request goes on elsewhere, which is no rendering. */
    private static @Nullable String view(ModelAndView modelAndView) {
        String name = modelAndView.getViewName();
        return name == null ? name(modelAndView.getView()) : isElsewhere(name) ? null : name;
    }

    private static boolean isElsewhere(String name) {
        return name.startsWith("forward:") || name.startsWith("redirect:");
    }

    private static @Nullable String name(@Nullable View view) {
        return view == null || view instanceof SmartView smart && smart.isRedirectView()
                ? null
                : view.getClass().getName();
    }

    /** Another thread goes on, for which handling begins anew. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        end(request, null);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception error) {
        end(request, error);
        Phases.tell(request, phases -> phases.enter(RequestPhase.FILTERS));
    }

    private static void end(HttpServletRequest request, @Nullable Exception error) {
        Handling handling = Handling.of(request);
        if (handling != null) {
            Guard.run(() -> end(handling, request, error));
        }
    }

    /** What handles an exception has written its body by now. */
    private static void end(Handling handling, HttpServletRequest request, @Nullable Exception error) {
        BodyTimes.tell(request);
        handling.end(request);
        Span view = handling.view();
        if (view != null && error != null) {
            view.stop(error);
        } else if (view != null) {
            view.stop();
        }
    }
}
