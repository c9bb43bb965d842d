// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.caller;

import io.profiler.sample.web.error.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets requests to the API pass whose sender is known and allowed. */
@Component
public class CallerInterceptor implements HandlerInterceptor {

    private static final String ATTRIBUTE = Caller.class.getName();

    private final CallerReader callers;

    CallerInterceptor(CallerReader callers) {
        this.callers = callers;
    }

    /** The sender of a request that has passed. */
    public static Caller callerOf(NativeWebRequest request) {
        return (Caller) Objects.requireNonNull(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        requireNoForm(request.getContentType());
        Caller caller = callers.read(request);
        if (isAdminOnly(handler) && !caller.isAdmin()) {
            throw new ApiException(
                    HttpStatus.FORBIDDEN, "Not authorized", "You are not authorized to complete this action.");
        }
        request.setAttribute(ATTRIBUTE, caller);
        return true;
    }

    private static void requireNoForm(@Nullable String contentType) {
        if (contentType != null && contentType.startsWith("application/x-www-form-urlencoded")) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "Invalid Content-Type",
                    ("Endpoint does not accept `%s` content; currently supported media type is `application/json`;"
                                    + " specify proper client-side media type with the \"Content-Type\" header.")
                            .formatted(contentType));
        }
    }

    private static boolean isAdminOnly(Object handler) {
        return handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), AdminOnly.class);
    }
}
