// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.trace.TracedMethod;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Servlets that are none of Spring MVC's, as Jersey's or a web service's: what they do, nothing else tells. */
final class OtherServlets {

    private static final String OF_SPRING_MVC = "org.springframework.web.servlet.DispatcherServlet";

    private final Map<String, Optional<TracedMethod>> known = new ConcurrentHashMap<>();

    /** How a span around the servlet of a request looks; null if others tell what it does. */
    @Nullable
    TracedMethod of(ServletRequest request) {
        String name = request instanceof HttpServletRequest http
                ? http.getHttpServletMapping().getServletName()
                : null;
        return name == null || name.isEmpty() ? null : named(name, request.getServletContext());
    }

    private @Nullable TracedMethod named(String name, ServletContext context) {
        Optional<TracedMethod> servlet = known.get(name);
        if (servlet == null) {
            servlet = Optional.ofNullable(className(name, context))
                    .filter(type -> !isOfSpringMvc(type, context.getClassLoader()))
                    .map(type ->
                            TracedMethod.named("servlet", type + ".service").build());
            known.put(name, servlet);
        }
        return servlet.orElse(null);
    }

    private static @Nullable String className(String name, ServletContext context) {
        ServletRegistration registration = context.getServletRegistration(name);
        return registration == null ? null : registration.getClassName();
    }

    private static boolean isOfSpringMvc(String className, ClassLoader loader) {
        Class<?> type = ClassUtils.isPresent(className, loader) ? ClassUtils.resolveClassName(className, loader) : null;
        while (type != null && !type.getName().equals(OF_SPRING_MVC)) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}
