// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.trace.TracedMethod;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Servlets by their names: of what those do that are none of Spring MVC's, as Jersey's or a web service's, nothing else tells. */
final class KnownServlets {

    private static final String OF_SPRING_MVC = "org.springframework.web.servlet.DispatcherServlet";

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * @param span how one around it looks; null if there is to be none
     */
    record Known(boolean isOfSpringMvc, @Nullable TracedMethod span) {

        private static final Known NOTHING = new Known(false, null);
        private static final Known SPRING_MVC = new Known(true, null);
    }

    /** What is known of the servlet of a request. */
    Known of(ServletRequest request) {
        String name = request instanceof HttpServletRequest http
                ? http.getHttpServletMapping().getServletName()
                : null;
        return name == null || name.isEmpty() ? Known.NOTHING : named(name, request.getServletContext());
    }

    private Known named(String name, ServletContext context) {
        Known servlet = known.get(name);
        if (servlet == null) {
            ServletRegistration registration = context.getServletRegistration(name);
            String className = registration == null ? null : registration.getClassName();
            servlet = className == null ? Known.NOTHING : ofClass(className, context.getClassLoader());
            known.put(name, servlet);
        }
        return servlet;
    }

    private static Known ofClass(String className, ClassLoader loader) {
        if (className.equals(OF_SPRING_MVC)) {
            return Known.SPRING_MVC;
        }
        if (!ClassUtils.isPresent(className, loader)) {
            return Known.NOTHING;
        }
        return isOfSpringMvc(ClassUtils.resolveClassName(className, loader))
                ? Known.SPRING_MVC
                : new Known(
                        false,
                        TracedMethod.named("servlet", className + ".service").build());
    }

    private static boolean isOfSpringMvc(Class<?> servlet) {
        Class<?> type = servlet;
        while (type != null && !type.getName().equals(OF_SPRING_MVC)) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}
